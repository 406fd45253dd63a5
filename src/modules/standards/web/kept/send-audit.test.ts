import { expect, test } from 'vitest';
import { ApiProblem } from '#kit/api/api-problem.ts';
import { type AuditSheet, type KeptAudit, newKeptAudit, toSubmission } from './kept-audit.ts';
import { type AuditSendDeps, sendAudit } from './send-audit.ts';

const item = (key: string) => ({ key, area: 'tact', standard: null, text: key, answer: 'yesNo', unit: null, target: null, direction: null, weight: 1, comment: 'never', photo: 'never', method: null }) as const;
const sheet: AuditSheet = {
  id: 'a1', number: 'DC-1', kind: 'mystery', state: 'running', template: '现场', unit: '市南', site: null, plannedOn: '2026-03-02', returnedFor: null, note: '', templateNumber: 3, isMine: true, answers: [],
  items: [item('x'), item('y')],
};
const photo = (key: string) => ({ key, item: 'x', name: `${key}.jpg`, blob: new Blob(['p']), fileId: null });
const kept = (): KeptAudit => ({
  ...newKeptAudit('u1', sheet, 's1', 1_000), state: 'waiting', answers: { x: { value: 0, comment: ' 没做到 ' }, y: { value: null, comment: '' } }, photos: [photo('p'), photo('q')],
});
const lost = new ApiProblem(0, 'network.lost', '网络已断开');

/** A server that remembers by key, and a network that fails at the given call, before or after the server acted. */
function world(cut?: { at: number; when: 'before' | 'after' }, problem: unknown = lost) {
  const files = new Map<string, string>();
  const submissions = new Map<string, { body: ReturnType<typeof toSubmission>; waited: number }>();
  let device: KeptAudit | undefined = kept();
  let calls = -1;
  const over = <T>(act: () => T): Promise<T> => {
    calls += 1;
    if (cut?.at === calls && cut.when === 'before') return Promise.reject(problem);
    const made = act();
    return cut?.at === calls ? Promise.reject(problem) : Promise.resolve(made);
  };
  const deps: AuditSendDeps = {
    upload: (_audit, _name, _blob, key) => over(() => {
      const id = files.get(key) ?? `file-${files.size + 1}`;
      files.set(key, id);
      return id;
    }),
    submit: (_audit, body, waited) => over(() => submissions.set(body.key, submissions.get(body.key) ?? { body, waited })),
    keep: (audit) => { device = audit; return Promise.resolve(); },
    drop: () => { device = undefined; return Promise.resolve(); },
    now: () => 61_000,
  };
  return { files, submissions, deps, device: () => device };
}

test('sent: the photos, then the answers that name them, nothing left on the device', async () => {
  const { submissions, deps, device } = world();
  expect(await sendAudit(kept(), deps)).toBe('sent');
  expect(device()).toBeUndefined();
  expect([...submissions.values()]).toEqual([{ waited: 60, body: {
    key: 's1', templateNumber: 3, note: '', answers: [{ key: 'x', value: 0, comment: '没做到', photos: ['file-1', 'file-2'] }, { key: 'y', value: null, comment: '', photos: [] }],
  } }]);
});

test.each([0, 1, 2].flatMap((at) => (['before', 'after'] as const).map((when) => [at, when] as const)))('cut at call %i, %s the server acted: tried again, everything is there once', async (at, when) => {
  const { files, submissions, deps, device } = world({ at, when });
  expect(await sendAudit(kept(), deps)).toBe('waiting');
  const rest = device();
  expect(rest).toBeDefined();
  if (rest) expect(await sendAudit(rest, deps)).toBe('sent');
  expect([files.size, submissions.size]).toEqual([2, 1]);
  expect([...submissions.values()][0]?.body.answers[0]?.photos).toEqual(['file-1', 'file-2']);
});

test('what the server will not take stays with its answers, for a person to look at', async () => {
  const { deps, device } = world({ at: 2, when: 'before' }, new ApiProblem(409, 'record.wrong-state', '已提交过'));
  expect(await sendAudit(kept(), deps)).toBe('refused');
  expect(device()).toMatchObject({ state: 'refused', problem: '已提交过', answers: { x: { value: 0 } } });
});

test('an audit that came back begins with what was answered and photographed', () => {
  const back = newKeptAudit('u1', { ...sheet, answers: [{ key: 'x', value: 1, comment: '好', photos: ['f9'] }] }, 's2', 5);
  expect(toSubmission(back).answers).toEqual([{ key: 'x', value: 1, comment: '好', photos: ['f9'] }]);
});
