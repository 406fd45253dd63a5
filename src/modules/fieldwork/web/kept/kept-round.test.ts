import { expect, test } from 'vitest';
import { ApiProblem } from '#kit/api/api-problem.ts';
import { type KeptRound, gapsOf, newKeptRound, toRoundReport, withoutSpare } from './kept-round.ts';
import { sendKept } from './send-kept.ts';

const place = (id: string) => ({ id, name: `点位${id}`, nameEn: `Point ${id}`, code: `CODE-${id}` });
const sheet = {
  id: 'r1', number: 'XC-1', state: 'planned' as const, from: '2026-03-02T01:00:00Z', to: '2026-03-02T03:00:00Z', doneAt: null, findings: 0, points: 3, route: { 'zh-CN': '车库', en: 'Garage' }, worker: null,
  places: [place('a'), place('b'), place('c')], visits: [], note: null, isMine: true, reported: [],
};
const photo = (key: string, of: string) => ({ key, of, name: `${key}.jpg`, blob: new Blob(['p']), fileId: null });
const round = (): KeptRound => ({
  ...newKeptRound('u1', sheet, 's1', 1_000), state: 'waiting', note: ' ',
  visits: { a: { way: 'code', outcome: 'finding', reason: '' }, b: { way: 'list', outcome: 'fine', reason: '旧' }, c: { way: 'list', outcome: 'unreachable', reason: ' 施工 ' } },
  findings: [{ key: 'f1', point: 'a', text: ' 灯不亮 ', isUrgent: true }, { key: 'f2', point: 'b', text: '想错了', isUrgent: false }], photos: [photo('p1', 'f1'), photo('p2', 'f2')],
});

test('told is what the points say: a finding that somebody took back is not', () => {
  const kept = withoutSpare(round());
  expect(kept.photos.map(({ key }) => key)).toEqual(['p1']);
  expect(toRoundReport({ ...kept, photos: kept.photos.map((each) => ({ ...each, fileId: 'file' })) })).toEqual({
    key: 's1', note: null, visits: [{ point: 'a', way: 'code', outcome: 'finding', reason: '' }, { point: 'b', way: 'list', outcome: 'fine', reason: '' }, { point: 'c', way: 'list', outcome: 'unreachable', reason: '施工' }],
    findings: [{ key: 'f1', point: 'a', text: '灯不亮', isUrgent: true, photos: ['file'] }],
  });
});

test('a point found by its code with nothing said, and a finding without a photo, are open', () => {
  expect(gapsOf(round())).toEqual([]);
  expect(gapsOf({ ...round(), photos: [], visits: { ...round().visits, b: { way: 'code', outcome: null, reason: '' } } })).toEqual([{ point: 'a', part: 'photos' }, { point: 'b', part: 'visit' }]);
});

test.each([0, 1].flatMap((at) => (['before', 'after'] as const).map((when) => [at, when] as const)))('cut at call %i, %s the server acted: sent again, one photo and one report', async (at, when) => {
  const [files, reports] = [new Map<string, string>(), new Set<string>()];
  let device: KeptRound | undefined;
  let calls = -1;
  const over = <T>(act: () => T): Promise<T> => {
    calls += 1;
    const lost = new ApiProblem(0, 'network.lost', '网络已断开');
    if (calls === at && when === 'before') return Promise.reject(lost);
    const made = act();
    return calls === at ? Promise.reject(lost) : Promise.resolve(made);
  };
  const deps = {
    upload: (_kept: KeptRound, _name: string, _blob: Blob, key: string) => over(() => { files.set(key, files.get(key) ?? `file-${files.size}`); return files.get(key) ?? ''; }),
    report: (kept: KeptRound) => over(() => reports.add(toRoundReport(kept).key)),
    keep: (kept: KeptRound) => { device = kept; return Promise.resolve(); },
    drop: () => Promise.resolve(),
    now: () => 2_000,
  };
  const first = withoutSpare(round());
  expect(await sendKept(first, deps)).toBe('waiting');
  expect(await sendKept(device ?? first, deps)).toBe('sent');
  expect([files.size, reports.size]).toEqual([1, 1]);
});
