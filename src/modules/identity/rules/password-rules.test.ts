import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PasswordFacts, passwordIssues } from './password-rules.ts';

const common = new Set(['password', 'dragon', 'sunshine1', 'iloveyou']);
const facts = (over: Partial<PasswordFacts> = {}): PasswordFacts => ({
  profile: 'nist', words: ['zhang.san', '张三', '青岛示例有限公司'], isCommon: (text) => common.has(text), ...over,
});
const codeOf = (password: string, over?: Partial<PasswordFacts>): string | undefined => passwordIssues(password, facts(over))[0]?.code;

test.each([
  ['1234567', 'password-length'], ['一二三四五六七', 'password-length'], ['x'.repeat(129), 'password-length'],
  ['12345678', 'password-simple'], ['87654321', 'password-simple'], ['aaaaaaaa', 'password-simple'], ['abcabcabc', 'password-simple'],
  ['qwertyuiop', 'password-simple'], ['1qaz2wsx', 'password-simple'], ['19900101', 'password-simple'], ['2026-11-21', 'password-simple'],
  ['13812345678', 'password-simple'], ['password', 'password-common'], ['PassWord', 'password-common'], ['p@ssw0rd', 'password-common'],
  ['ｐａｓｓｗｏｒｄ', 'password-common'], ['Dragon2026', 'password-common'], ['sunshine1', 'password-common'],
  ['zhang.san1', 'password-context'], ['张三张三张三12', 'password-context'], ['青岛示例有限公司8', 'password-context'],
])('%s is refused: %s', (password, code) => {
  expect(codeOf(password)).toBe(code);
});

test.each(['correct horse battery', '今天天气很好我们去爬山', `${'x'.repeat(64)}yz19 qp`, 'zhang.san goes fishing'])('%s is accepted', (password) => {
  expect(passwordIssues(password, facts())).toEqual([]);
});

test('dengbao wants three of four kinds of characters', () => {
  expect(codeOf('only small letters', { profile: 'dengbao' })).toBe('password-complexity');
  expect(codeOf('small letters 4', { profile: 'dengbao' })).toBeUndefined();
  expect(codeOf('MixedLetters4', { profile: 'dengbao' })).toBeUndefined();
});

test('never more than one reason, whatever is typed, and length counts characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (password) => {
    const issues = passwordIssues(password, facts());
    const length = Array.from(password.normalize('NFKC')).length;
    expect(issues.length).toBeLessThanOrEqual(1);
    expect(issues[0]?.code === 'password-length').toBe(length < 8 || length > 128);
  }));
});
