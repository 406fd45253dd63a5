import { expect, test } from 'vitest';
import type { CaseProcess } from '../use-case.ts';
import { shownSteps } from './step-states.ts';

type Given = Pick<CaseProcess, 'process' | 'history' | 'current'>;
const label = { 'zh-CN': '步', en: 'Step' };
const steps = ['record', 'repair', 'answer', 'callback'].map((key) => ({ key, label, actor: 'handler' as const, effect: 'none' as const, questions: [] }));
const done = (key: string, round = 1): Given['history'][number] => ({ key, round, state: 'done', openedAt: '2026-03-02T01:00:00.000Z', dueAt: null, doneAt: '2026-03-02T02:00:00.000Z', answers: {}, decision: null, actor: null, doneBy: null });
const given = (history: Given['history'], current: Given['current']): Given => ({ process: { key: 'repair', revision: 1, name: label, steps }, history, current });
const open = (step: string, state: 'open' | 'approving' = 'open'): Given['current'] => ({ step, round: 1, state, actor: 'handler', who: null, isOwn: true });
const states = (all: Given) => shownSteps(all).map(({ state }) => state);

test('done, open, to come; waiting for approval is said', () => {
  expect(states(given([done('record')], open('repair')))).toEqual(['done', 'open', 'toCome', 'toCome']);
  expect(states(given([done('record'), done('repair')], open('answer', 'approving')))).toEqual(['done', 'done', 'approving', 'toCome']);
});

test('sent back, the steps behind are to come again; their earlier round is still told', () => {
  const shown = shownSteps(given([done('record'), done('repair'), done('answer'), done('callback')], open('repair')));
  expect(shown.map(({ state }) => state)).toEqual(['done', 'open', 'toCome', 'toCome']);
  expect(shown.map(({ rounds }) => rounds)).toEqual([1, 1, 1, 1]);
});

test('of a closed case all are done, of a withdrawn one the rest was never done', () => {
  expect(states(given(['record', 'repair', 'answer', 'callback'].map((key) => done(key)), null))).toEqual(['done', 'done', 'done', 'done']);
  expect(states(given([done('record')], null))).toEqual(['done', 'skipped', 'skipped', 'skipped']);
});
