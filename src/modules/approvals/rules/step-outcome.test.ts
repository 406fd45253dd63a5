import fc from 'fast-check';
import { expect, it } from 'vitest';
import { majorities } from './flow.ts';
import { type LineState, lineState, stepOutcome } from './step-outcome.ts';

const vote = (quorum: number, majority: (typeof majorities)[number]) => ({ kind: 'vote' as const, quorum, majority });
const lines = (text: string): LineState[] => [...text].map((c) => (c === 'y' ? 'approved' : c === 'n' ? 'rejected' : 'open'));

it.each([
  ['any', { kind: 'any' }, 'y..', 'passed'],
  ['any', { kind: 'any' }, 'n..', 'rejected'],
  ['any', { kind: 'any' }, '...', 'open'],
  ['all', { kind: 'all' }, 'yy.', 'open'],
  ['all', { kind: 'all' }, 'yyy', 'passed'],
  ['all', { kind: 'all' }, 'y.n', 'rejected'],
  ['nobody asked is never a yes', { kind: 'all' }, '', 'open'],
  ['simple majority of five', vote(3, 'simple'), 'yyy..', 'passed'],
  ['two of five are not enough yet', vote(3, 'simple'), 'yy...', 'open'],
  ['a tie is no majority', vote(2, 'simple'), 'yynn', 'rejected'],
  ['two thirds of three', vote(2, 'twoThirds'), 'yy.', 'passed'],
  ['two thirds cannot be reached', vote(2, 'twoThirds'), 'nn.', 'rejected'],
  ['the quorum is awaited', vote(5, 'simple'), 'yyy..', 'open'],
  ['everyone', vote(3, 'everyone'), 'yyn', 'rejected'],
  ['a quorum above the committee asks all of it', vote(9, 'simple'), 'yy', 'passed'],
] as const)('%s: %s %s', (_name, rule, text, outcome) => expect(stepOutcome(rule, lines(text))).toBe(outcome));

const line = fc.constantFrom<LineState>('open', 'approved', 'rejected');
const rule = fc.oneof(
  fc.constant({ kind: 'any' as const }), fc.constant({ kind: 'all' as const }),
  fc.record({ kind: fc.constant('vote' as const), quorum: fc.integer({ min: 1, max: 9 }), majority: fc.constantFrom(...majorities) }),
);

it('the order of people does not matter, and complete opinions decide', () => {
  fc.assert(fc.property(rule, fc.array(line, { minLength: 1, maxLength: 9 }), (given, states) => {
    const outcome = stepOutcome(given, states);
    expect(stepOutcome(given, states.toReversed())).toBe(outcome);
    if (!states.includes('open')) expect(outcome).not.toBe('open');
    if (!states.includes('approved')) expect(outcome).not.toBe('passed');
  }));
});

it('what is decided stays decided, whatever comes after', () => {
  const vote = fc.record({ kind: fc.constant('vote' as const), quorum: fc.integer({ min: 1, max: 9 }), majority: fc.constantFrom(...majorities) });
  fc.assert(fc.property(vote, fc.array(line, { minLength: 1, maxLength: 9 }), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (given, states, later) => {
    const outcome = stepOutcome(given, states);
    const complete = states.map((state, index) => (state === 'open' ? (later[index] ? 'approved' as const : 'rejected' as const) : state));
    if (outcome !== 'open') expect(stepOutcome(given, complete)).toBe(outcome);
  }));
});

it('an added signer holds up the line, and speaks for it', () => {
  expect(lineState(['approved', 'waiting'])).toBe('open');
  expect(lineState(['later', 'waiting'])).toBe('open');
  expect(lineState(['passed', 'approved'])).toBe('approved');
  expect(lineState(['approved', 'rejected'])).toBe('rejected');
});
