import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PASSWORD, type RealServer, startRealServer } from './real-server.ts';
import { SoakLoad } from './soak/soak-load.ts';
import { type Sample, openWatch, unevenness } from './soak/soak-watch.ts';

// npm run soak -- --minutes 75 --speed 600 --lines 6: mixed load with a fast clock; memory, connections and backlog must
// stay flat, no answer may be a fault of the server, nothing acknowledged may be lost (REL-12).
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '75' }, speed: { type: 'string', default: '600' }, lines: { type: 'string', default: '6' } } });
const minutes = Number(values.minutes);
const speed = Number(values.speed);
const SAMPLE_MS = Math.max(2_000, minutes * 500);
/** Servers look for work every two seconds, whatever the clock says. */
const LATE_MS = 8_000;
const backups = z.object({ data: z.array(z.object({ kind: z.string().nullable() })) });

const start = Date.now();
const clock = (): Date => new Date(start + (Date.now() - start) * speed);
const print = (text: string): void => { process.stdout.write(`${text}\n`); };

function show(sample: Sample, requests: number): void {
  print([
    `${sample.second} s`, `${requests} requests`, `memory ${sample.rssMb.toFixed(0)} MB`, `heap ${sample.heapMb.toFixed(0)} MB`, `${sample.files} files`,
    `${sample.connections} connections`, `${sample.dueJobs} jobs late`, `${sample.unsealed} unsealed`, clock().toISOString().slice(0, 16),
  ].join('  '));
}

async function endState(server: RealServer, load: SoakLoad): Promise<string[]> {
  await server.admin.post('/auth/login', { username: 'admin', password: PASSWORD });
  const total = (await server.admin.get<{ page: { total: number } }>('/customers?count=only')).body.page.total;
  const found = backups.parse((await server.admin.get('/backups')).body);
  const scheduled = found.data.filter((one) => one.kind === 'scheduled').length;
  const slots = Math.floor((clock().getTime() + 5.5 * 3_600_000) / 86_400_000) - Math.floor((start + 5.5 * 3_600_000) / 86_400_000);
  print(`${total} customers, ${load.created} acknowledged; ${scheduled} scheduled backups kept of ${slots} nights`);
  const problems: string[] = [];
  if (total < load.created) problems.push(`${load.created - total} acknowledged customers are lost`);
  if (slots > 1 && scheduled === 0) problems.push('no scheduled backup was made');
  return problems;
}

const server = await startRealServer({ program: 'e2e/faults/soak/soak-server.ts', env: { SOAK_START: String(start), SOAK_SPEED: String(speed) } });
try {
  const watch = await openWatch(server, () => new Date(clock().getTime() - LATE_MS * speed));
  const load = new SoakLoad(server);
  load.start(Number(values.lines));
  const samples: Sample[] = [];
  while (Date.now() - start < minutes * 60_000) {
    await wait(SAMPLE_MS);
    const sample = await watch.sample();
    samples.push(sample);
    show(sample, load.requests);
  }
  await load.stop();
  await wait(4_000);
  const rest = await watch.sample();
  show(rest, load.requests);
  const problems = [...unevenness(samples), ...(await endState(server, load))];
  if (load.faults.length > 0) problems.push(`faults: ${JSON.stringify(load.faults)}`);
  if (rest.dueJobs > 0 || rest.unsealed > 200) problems.push(`left at rest: ${rest.dueJobs} jobs, ${rest.unsealed} entries`);
  await watch.close();
  print([...load.counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `  ${key}: ${count}`).join('\n'));
  print(problems.length === 0 ? 'flat: memory, connections, backlog' : `not flat:\n${problems.map((one) => `  ${one}`).join('\n')}\n${server.log().slice(-3_000)}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await server.close();
}
