import { expect, test } from 'vitest';
import { GuestProblem } from '#kit/guest/guest-call.ts';
import { type KeptReport, newReport } from './kept-report.ts';
import { type ReportDeps, sendReport } from './send-report.ts';

const kept = (): KeptReport => ({
  ...newReport('k1', { email: 'a@b.example', caseId: null }, 1), state: 'waiting', pictures: ['p', 'q'].map((key) => ({ key, name: `${key}.jpg`, blob: new Blob([key]), isSent: false })),
});

/** A server that remembers by key, and a network that fails at the given call, before or after the server acted. */
function world(cut?: { readonly at: number; readonly when: 'before' | 'after' }, problem: unknown = new GuestProblem(0, 'network.lost', '断网')) {
  const cases = new Map<string, number>();
  const pictures = new Map<string, number>();
  let device: KeptReport | undefined = kept();
  let calls = -1;
  const over = <T>(act: () => T): Promise<T> => {
    calls += 1;
    if (cut?.at === calls && cut.when === 'before') return Promise.reject(problem);
    const made = act();
    return cut?.at === calls ? Promise.reject(problem) : Promise.resolve(made);
  };
  const deps: ReportDeps = {
    put: ({ id }) => over(() => {
      cases.set(id, (cases.get(id) ?? 0) + 1);
      return { caseId: `case-${id}`, message: null };
    }),
    upload: (_made, { key }) => over(() => pictures.set(key, (pictures.get(key) ?? 0) + 1)),
    keep: (report) => { device = report; return Promise.resolve(); },
    drop: () => { device = undefined; return Promise.resolve(); },
  };
  return { cases, pictures, deps, device: () => device };
}

test.each([0, 1, 2].flatMap((at) => (['before', 'after'] as const).map((when) => [at, when] as const)))('cut at call %i, %s the server acted: kept, sent again, there once', async (at, when) => {
  const { cases, pictures, deps, device } = world({ at, when });
  expect(await sendReport(kept(), deps)).toBe('waiting');
  const rest = device();
  expect(rest?.pictures.length).toBe(2);
  if (rest) expect(await sendReport(rest, deps)).toBe('sent');
  expect([[...cases.keys()], [...pictures.keys()], device()]).toEqual([['k1'], ['p', 'q'], undefined]);
});

test('what the server will not take stays, with its reason', async () => {
  const { deps, device } = world({ at: 0, when: 'before' }, new GuestProblem(400, 'record.invalid', '有 1 处内容需要修改。'));
  expect(await sendReport(kept(), deps)).toBe('refused');
  expect(device()).toMatchObject({ state: 'refused', problem: '有 1 处内容需要修改。', id: 'k1' });
});
