import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import type { Paper } from '../use-team.ts';
import { type KeptAnswer, dropAttempt, keepAttempt, keptAttempt } from './kept-answers.ts';

type Answers = Readonly<Record<string, KeptAnswer>>;
export type SaveState = 'saved' | 'saving' | 'offline';
const RETRY_MS = 3_000;
const PAUSE_MS = 400;

const given = (answers: Answers) => Object.entries(answers).map(([question, { value, turn }]) => ({ question, value: [...value], turn }));

/** Whether an answer may still arrive with another try; a refusal of the server ends the sitting. */
function isLost(problem: unknown): boolean {
  if (!isProblem(problem)) throw problem;
  return problem.status === 0 || problem.status >= 500;
}

/** What this device still had of the attempt when the page was left. */
function useFoundAnswers(attempt: string, userId: string, take: (found: Answers) => void): void {
  useEffect(() => {
    let isCurrent = true;
    void keptAttempt(attempt, userId).then((found) => { if (isCurrent && found) take(found.answers); });
    return () => { isCurrent = false; };
  }, [attempt, userId, take]);
}

/** What is left to save after `saved` arrived: answers changed meanwhile. The device keeps no more than that. */
function afterSaving(now: Answers, saved: Answers, of: { readonly id: string; readonly userId: string }): Answers {
  const left = Object.fromEntries(Object.entries(now).filter(([key, answer]) => saved[key]?.turn !== answer.turn));
  void (Object.keys(left).length === 0 ? dropAttempt(of.id) : keepAttempt({ ...of, answers: left })).catch(() => undefined);
  return left;
}

/**
 * Answers of a running attempt: shown at once, kept on the device, saved on the server a moment later and again until it
 * has them. `isOver`: the server took the attempt as ended.
 */
export function useSitting(paper: Paper, userId: string) {
  const [answers, setAnswers] = useState<Answers>(() => Object.fromEntries(paper.answers.map(({ question, value }) => [question, { value, turn: 0 }])));
  const [unsaved, setUnsaved] = useState<Answers>({});
  const [state, setState] = useState<SaveState>('saved');
  const [isOver, setOver] = useState(false);
  const [isKept, setKept] = useState(true);
  const [again, setAgain] = useState(0);
  const turn = useRef(paper.turn);
  const isRunning = useRef(false);
  useFoundAnswers(paper.id, userId, useCallback((found: Answers) => {
    turn.current = Math.max(turn.current, ...Object.values(found).map((each) => each.turn));
    setAnswers((now) => ({ ...now, ...found }));
    setUnsaved((now) => ({ ...found, ...now }));
  }, []));
  useEffect(() => {
    if (isOver || isRunning.current || Object.keys(unsaved).length === 0) return undefined;
    const send = async () => {
      isRunning.current = true;
      setState((now) => (now === 'offline' ? now : 'saving'));
      try {
        await call('PUT /team/attempts/{id}/answers', { params: { id: paper.id }, body: { answers: given(unsaved) } });
        setState('saved');
        setUnsaved((now) => afterSaving(now, unsaved, { id: paper.id, userId }));
      } catch (problem) {
        const isGone = isLost(problem);
        setState(isGone ? 'offline' : 'saved');
        if (!isGone) setOver(true);
      } finally {
        isRunning.current = false;
        setAgain((now) => now + 1);
      }
    };
    const timer = setTimeout(() => void send(), state === 'offline' ? RETRY_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [unsaved, again, state, isOver, paper.id, userId]);
  const answer = (question: string, value: readonly string[]) => {
    turn.current += 1;
    const next = { value, turn: turn.current };
    setAnswers((now) => ({ ...now, [question]: next }));
    const all = { ...unsaved, [question]: next };
    setUnsaved(all);
    keepAttempt({ id: paper.id, userId, answers: all }).then(() => setKept(true), () => setKept(false));
  };
  /** Hands in with what is not saved yet; again it changes nothing. Rejects while there is no network. */
  const submit = async (): Promise<void> => {
    await call('POST /team/attempts/{id}/submit', { params: { id: paper.id }, body: { answers: given(unsaved) } });
    await dropAttempt(paper.id).catch(() => undefined);
    setOver(true);
  };
  return { answers, state, isKept, isOver, answer, submit };
}
