import { expect, test } from 'vitest';
import { customerState, isEnded } from './customer-state.ts';
import { signsOf } from './form-signs.ts';

test('a state in the customer’s words', () => {
  const words = ['open', 'waiting', 'answered', 'closed', 'withdrawn', 'merged'].map((state) => customerState({ state, isTouched: true }));
  expect(words).toEqual(['working', 'waitsForYou', 'answered', 'done', 'withdrawn', 'joined']);
  expect(customerState({ state: 'open', isTouched: false })).toBe('received');
  expect(words.filter(isEnded)).toEqual(['done', 'withdrawn', 'joined']);
});

test('many links or a filled hidden field are signs, an honest report has none', () => {
  expect(signsOf({ subject: '电梯异响', text: '照片见 https://a.example/1 和 www.b.example', hidden: '' })).toEqual([]);
  expect(signsOf({ subject: 'x', text: 'http://a.example http://b.example <a href=x>', hidden: '' })).toEqual(['links']);
  expect(signsOf({ subject: 'x', text: 'y', hidden: 'http://spam.example' })).toEqual(['hiddenField']);
});
