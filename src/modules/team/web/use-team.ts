import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { teamWebTexts } from './team-web.texts.ts';

export const useTeamTexts = () => useTexts(teamWebTexts);

export type SkillBoard = CallAnswer<'GET /team/skills'>;
export type HeldSkill = SkillBoard['held'][number];
export type WeekPlan = CallAnswer<'GET /team/plan'>;
export type MyShifts = CallAnswer<'GET /team/my-shifts'>;
export type Swap = MyShifts['swaps'][number];
export type Course = CallAnswer<'GET /team/courses/{id}'>;
export type Session = Course['sessions'][number];
export type ExamSheet = CallAnswer<'GET /team/exams/{id}'>;
export type Question = ExamSheet['questions'][number];
export type Paper = CallAnswer<'GET /team/attempts/{id}/paper'>;
export type ExamResult = CallAnswer<'GET /team/attempts/{id}/result'>;
export type Inductions = CallAnswer<'GET /team/inductions'>;
export type Induction = CallAnswer<'GET /team/inductions/{id}'>;

// Below ['records', object] a key is refreshed by the live events of that object.
export const useSkills = () => useQuery({ queryKey: ['records', 'staffSkill', 'board'], queryFn: ({ signal }) => call('GET /team/skills', { signal }) });
export const useMyShifts = () => useQuery({ queryKey: ['records', 'shift', 'mine'], queryFn: ({ signal }) => call('GET /team/my-shifts', { signal }) });
export const useTraining = () => useQuery({ queryKey: ['records', 'trainingPlace', 'mine'], queryFn: ({ signal }) => call('GET /team/training', { signal }) });
export const useCourse = (id: string) => useQuery({ queryKey: ['records', 'trainingSession', 'course', id], queryFn: ({ signal }) => call('GET /team/courses/{id}', { signal, params: { id } }) });
export const useExams = () => useQuery({ queryKey: ['records', 'examAttempt', 'list'], queryFn: ({ signal }) => call('GET /team/exams', { signal }) });
export const useResult = (id: string) => useQuery({ queryKey: ['records', 'examAttempt', 'result', id], queryFn: ({ signal }) => call('GET /team/attempts/{id}/result', { signal, params: { id } }) });
export const useInductions = () => useQuery({ queryKey: ['records', 'induction', 'list'], queryFn: ({ signal }) => call('GET /team/inductions', { signal }) });
export const useInduction = (id: string) => useQuery({ queryKey: ['records', 'induction', 'one', id], queryFn: ({ signal }) => call('GET /team/inductions/{id}', { signal, params: { id } }) });

const objects = ['skill', 'staffSkill', 'shift', 'shiftPlan', 'shiftSwap', 'absence', 'course', 'trainingSession', 'trainingPlace', 'exam', 'examAttempt', 'induction', 'inductionPlan', 'case'];

/** After an action all that shows the team is read anew. */
export function useRefreshTeam(): () => void {
  const client = useQueryClient();
  return () => { for (const object of objects) void client.invalidateQueries({ queryKey: ['records', object] }); };
}

/** `08:00–16:00`, with a mark when it ends on another day. */
export function spanWords(from: string, to: string, zone: string, nextDay: string): string {
  const [start, end] = [dayIn(from, zone), dayIn(to, zone)];
  return `${start.time}–${end.day === start.day ? '' : `${nextDay} `}${end.time}`;
}

/** `一 03-02` or `Mon 03-02`. */
export const dayWords = (day: string, weekdays: readonly string[]): string => `${weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''} ${day.slice(5)}`;
