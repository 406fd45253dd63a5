import { describe, expect, it } from 'vitest';
import { makeStatementNames } from './statement-names.ts';

const statementName = makeStatementNames();

const third = (text: string): string | undefined => {
  statementName(text);
  statementName(text);
  return statementName(text);
};

describe('names of statements', () => {
  it('names a short statement when it comes for the third time, and keeps the name', () => {
    const text = 'SELECT value FROM setting WHERE key = $1';
    expect(statementName(text)).toBeUndefined();
    expect(statementName(text)).toBeUndefined();
    const name = statementName(text);
    expect(name).toMatch(/^zs_.{20}$/);
    expect(statementName(text)).toBe(name);
    expect(third('SELECT value FROM setting WHERE key = $2')).not.toBe(name);
  });

  it('leaves out what depends on the columns of the day, long ones, and anything but reads and writes of rows', () => {
    expect(third('SELECT * FROM setting')).toBeUndefined();
    expect(third('SELECT s.* FROM setting s')).toBeUndefined();
    expect(third('INSERT INTO setting (key) VALUES ($1) RETURNING *')).toBeUndefined();
    expect(third("SET LOCAL lock_timeout = '5s'")).toBeUndefined();
    expect(third(`SELECT ${'1 + '.repeat(300)}1`)).toBeUndefined();
    expect(third('SELECT count(*)::int AS n FROM setting')).toMatch(/^zs_/);
  });
});
