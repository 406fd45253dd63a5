import { expect, test } from 'vitest';
import { isOrderOver, isStepBehind, orderStateAfter, orderStates, orderSteps } from './order-states.ts';

test('the whole table: every step from every state', () => {
  const found = Object.fromEntries(orderSteps.map((step) => [step, orderStates.filter((state) => orderStateAfter(state, step) !== undefined)]));
  expect(found).toEqual({
    dispatch: ['planned', 'dispatched'], leave: ['dispatched'], arrive: ['dispatched', 'onTheWay'],
    finish: ['dispatched', 'onTheWay', 'onSite'], fail: ['dispatched', 'onTheWay', 'onSite'], cancel: ['planned', 'dispatched', 'onTheWay', 'onSite'],
  });
});

test('what is over stays over', () => {
  expect(orderStates.filter(isOrderOver)).toEqual(['done', 'failed', 'cancelled']);
  for (const state of orderStates.filter(isOrderOver)) expect(orderSteps.filter((step) => orderStateAfter(state, step))).toEqual([]);
});

test('a step that comes late or twice is behind; one of a cancelled order is not', () => {
  expect(orderStates.filter((state) => isStepBehind(state, 'leave'))).toEqual(['onTheWay', 'onSite', 'done', 'failed']);
  expect(orderStates.filter((state) => isStepBehind(state, 'arrive'))).toEqual(['onSite', 'done', 'failed']);
});
