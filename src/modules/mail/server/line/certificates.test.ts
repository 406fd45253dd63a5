import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { makeCertificate } from '../test-certificate.ts';
import { type TestImap, openImap } from '../test-post.ts';

let app: TestApp;
const made = makeCertificate();
const open: TestImap[] = [];
const authorities = getCACertificates();

beforeAll(async () => {
  app = await startTestApp();
  await app.services.jobs.stop();
});
afterEach(() => setDefaultCACertificates(authorities));
afterAll(async () => {
  for (const server of open) await server.close();
  await app.close();
});

async function serverWith(security: 'tls' | 'starttls', credentials = made): Promise<TestImap> {
  const server = await openImap({ security, credentials });
  open.push(server);
  return server;
}

const wanted = (port: number, security: 'tls' | 'starttls') => ({
  address: `${security}${port}@house.example.cn`, name: '客服', imap: { host: '127.0.0.1', port, security, username: 'plain', password: 'open-sesame' }, smtp: null, unit: null, feeds: null, isActive: false,
});
interface Tried { imap: { isOk: boolean; error: string | null; hint: { 'zh-CN': string } | null; certificate: { sha256: string; subject: string } | null } }
const tryIt = async (id: string): Promise<Tried['imap']> => (await app.admin.post<Tried>(`/admin/mailboxes/${id}/test`)).body.imap;

describe.each(['tls', 'starttls'] as const)('a mailbox over %s with a certificate that its owner made', (security) => {
  it('is refused before any password is told, says why, and works once that very certificate is trusted', async () => {
    const server = await serverWith(security);
    const { id } = (await app.admin.post<{ id: string }>('/admin/mailboxes', wanted(server.port, security))).body;
    const refused = await tryIt(id);
    expect(refused).toMatchObject({ isOk: false, hint: { 'zh-CN': expect.stringContaining('证书') }, certificate: { sha256: made.sha256, subject: 'mail.house.example' } });
    expect(server.signIns()).toBe(0);
    const other = '0'.repeat(64);
    expect((await app.admin.call('PUT', `/admin/mailboxes/${id}/certificate`, { sha256: other })).status).toBe(400);
    expect((await app.admin.call('PUT', `/admin/mailboxes/${id}/certificate`, { sha256: made.sha256 })).status).toBe(204);
    expect(await tryIt(id)).toMatchObject({ isOk: true, certificate: null });
    expect(server.signIns()).toBeGreaterThan(0);
    expect((await app.admin.get<{ data: { id: string; pin: string | null }[] }>('/admin/mailboxes')).body.data.find((box) => box.id === id)?.pin).toBe(made.sha256);
    expect((await app.admin.call('DELETE', `/admin/mailboxes/${id}/certificate`)).status).toBe(204);
    expect((await tryIt(id)).isOk).toBe(false);
  });

  it('is accepted where its certificate is among those that the machine trusts', async () => {
    const server = await serverWith(security);
    const { id } = (await app.admin.post<{ id: string }>('/admin/mailboxes', wanted(server.port, security))).body;
    setDefaultCACertificates([...authorities, made.cert]);
    expect(await tryIt(id)).toMatchObject({ isOk: true });
  });
});

it('another certificate than the pinned one is refused, also one of a known authority; another server drops the pin', async () => {
  const first = await serverWith('tls');
  const { id } = (await app.admin.post<{ id: string }>('/admin/mailboxes', wanted(first.port, 'tls'))).body;
  await app.admin.call('PUT', `/admin/mailboxes/${id}/certificate`, { sha256: made.sha256 });
  const changed = makeCertificate();
  const second = await serverWith('tls', changed);
  await app.services.database.run(sql`UPDATE mailbox SET imap_port = ${second.port} WHERE id = ${id}`);
  expect(await tryIt(id)).toMatchObject({ isOk: false, certificate: { sha256: changed.sha256 } });
  expect(second.signIns()).toBe(0);
  setDefaultCACertificates([...authorities, changed.cert]);
  expect((await tryIt(id)).isOk).toBe(false);
  const { body } = await app.admin.call('PUT', `/admin/mailboxes/${id}`, { ...wanted(first.port, 'tls'), address: 'pin@house.example.cn' });
  expect(body).toMatchObject({ pin: null });
});
