import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, it } from 'vitest';
import { personOf } from '#app/test-app.ts';
import { PASSWORD, type RealServer, startRealServer, until } from './real-server.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'zhike-mail-'));
const mails: string[] = [];
let running: RealServer | undefined;
let isDeadly = true;

const postOffice = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    stream.resume();
    stream.on('end', () => {
      mails.push(String(session.envelope.rcptTo[0]?.address));
      // The mail is here; the server dies before it hears so.
      if (isDeadly) running?.child.kill('SIGKILL');
      else done();
    });
  },
});
postOffice.on('error', () => undefined);

afterAll(async () => {
  await running?.close();
  rmSync(dataDir, { recursive: true, force: true });
  await new Promise<void>((resolve) => postOffice.close(() => resolve()));
});

/** Two sellers who do not see each other's customers; the second one asks for a look, the first one gets a mail. */
async function askFor(server: RealServer, name: string): Promise<void> {
  const [owner, asker] = [personOf(server.url), personOf(server.url)];
  await owner.post('/auth/login', { username: 'lin', password: PASSWORD });
  await asker.post('/auth/login', { username: 'zhao', password: PASSWORD });
  await owner.call('PUT', '/notifications/preferences', { quiet: null });
  expect((await owner.post('/customers', { name })).status).toBe(201);
  const found = await asker.post<{ data: { ticket?: string }[] }>('/customers/duplicates', { values: { kind: 'company', name } });
  expect((await asker.post('/customers/duplicates/request-access', { ticket: found.body.data[0]?.ticket })).status).toBe(201);
}

it('kill -9 between handing a mail over and marking it: it is not sent twice, and the next ones are sent (REL-2)', async () => {
  const port = await new Promise<number>((resolve) => {
    const listening = postOffice.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const env = { ZHIKE_SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`, ZHIKE_SMTP_FROM: 'crm@example.cn' };
  running = await startRealServer({ dataDir, env });
  for (const username of ['lin', 'zhao']) {
    const made = await running.admin.post('/users', { username, name: username, email: `${username}@example.cn`, roles: ['salesperson'], password: PASSWORD, mustChangePassword: false });
    expect(made.status).toBe(201);
  }
  await askFor(running, '天津远帆国际物流有限公司');
  const first = running;
  await until('the server is killed', () => first.child.signalCode === 'SIGKILL');
  expect(mails).toEqual(['lin@example.cn']);

  isDeadly = false;
  running = await startRealServer({ dataDir, env });
  const { admin } = running;
  await until('the lost mail is settled', async () => (await admin.get('/admin/mail')).body.unsure === 1, 90_000);
  await askFor(running, '唐山盛邦耐火材料有限公司');
  await until('the next mail is sent', () => mails.length === 2);
  expect((await admin.get('/admin/mail')).body).toMatchObject({ source: 'environment', waiting: 0, failed: 0, unsure: 1 });
});
