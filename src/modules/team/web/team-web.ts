import { Award, CalendarClock, CalendarRange, FileCheck, Footprints, GraduationCap, Clock } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Skills, shifts, training with exams, induction. */
export const teamWeb: WebModule = {
  name: 'team',
  pages: [
    { path: '/team/skills', title: { 'zh-CN': '技能与资质', en: 'Skills' }, load: () => import('./skills/skills-page.tsx') },
    { path: '/team/shifts', title: { 'zh-CN': '排班', en: 'Shift plan' }, load: () => import('./shifts/plan-page.tsx') },
    { path: '/team/my-shifts', title: { 'zh-CN': '我的班次', en: 'My shifts' }, load: () => import('./shifts/my-shifts-page.tsx') },
    { path: '/team/training', title: { 'zh-CN': '培训', en: 'Training' }, load: () => import('./training/training-page.tsx') },
    { path: '/team/courses/$course', title: { 'zh-CN': '课程', en: 'Course' }, load: () => import('./training/course-page.tsx') },
    { path: '/team/exams', title: { 'zh-CN': '考试', en: 'Exams' }, load: () => import('./exams/exams-page.tsx') },
    { path: '/team/exams/$exam', title: { 'zh-CN': '编辑考试', en: 'Exam' }, load: () => import('./exams/exam-editor-page.tsx') },
    { path: '/team/sit/$attempt', title: { 'zh-CN': '答题', en: 'Exam' }, load: () => import('./exams/sit-page.tsx') },
    { path: '/team/results/$attempt', title: { 'zh-CN': '考试结果', en: 'Result' }, load: () => import('./exams/result-page.tsx') },
    { path: '/team/induction', title: { 'zh-CN': '入职带教', en: 'Induction' }, load: () => import('./induction/inductions-page.tsx') },
    { path: '/team/induction/$induction', title: { 'zh-CN': '入职带教', en: 'Induction' }, load: () => import('./induction/induction-page.tsx') },
  ],
  nav: [
    { key: 'my-shifts', group: 'service', label: { 'zh-CN': '我的班次', en: 'My shifts' }, to: '/team/my-shifts', icon: CalendarClock, object: 'shiftSwap', action: 'create', order: 70 },
    { key: 'shift-plan', group: 'service', label: { 'zh-CN': '排班', en: 'Shift plan' }, to: '/team/shifts', icon: CalendarRange, object: 'shiftPlan', action: 'update', order: 72 },
    { key: 'team-skills', group: 'service', label: { 'zh-CN': '技能与资质', en: 'Skills' }, to: '/team/skills', icon: Award, object: 'staffSkill', order: 74 },
    { key: 'team-training', group: 'service', label: { 'zh-CN': '培训', en: 'Training' }, to: '/team/training', icon: GraduationCap, object: 'trainingPlace', order: 76 },
    { key: 'team-exams', group: 'service', label: { 'zh-CN': '考试', en: 'Exams' }, to: '/team/exams', icon: FileCheck, object: 'examAttempt', order: 78 },
    { key: 'team-induction', group: 'service', label: { 'zh-CN': '入职带教', en: 'Induction' }, to: '/team/induction', icon: Footprints, object: 'induction', order: 80 },
  ],
  panels: [{ key: 'case-people', object: 'case', place: 'side', label: { 'zh-CN': '谁能接', en: 'Who can take it' }, order: 30, load: () => import('./skills/case-people.tsx') }],
  commands: [
    { key: 'shift-patterns', label: { 'zh-CN': '班次', en: 'Shift patterns' }, words: ['bc', 'banci'], icon: Clock, to: '/team/shifts' },
    { key: 'skill-list', label: { 'zh-CN': '技能清单', en: 'List of skills' }, words: ['jnqd', 'jinengqingdan'], icon: Award, to: '/o/skills' },
  ],
};
