import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';
import { folderStore } from './file-store.ts';
import { commandScan } from './malware-scan.ts';
import { sweepFiles } from './sweep-files.ts';

let app: TestApp;
let owner: TestPerson & { id: string };
let stranger: TestPerson & { id: string };
let customer: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.person({ username: 'owner', roles: ['salesperson'] });
  stranger = await app.person({ username: 'stranger', roles: ['salesperson'] });
  customer = String((await owner.post('/customers', { name: '青岛海石化工有限公司' })).body.id);
});
afterAll(() => app.close());

interface Answer { status: number; body: Record<string, unknown> & { errors?: { path: string; code: string }[] } }

async function upload(name: string, bytes: Buffer | string, person: TestPerson = owner, record = customer): Promise<Answer> {
  const query = new URLSearchParams({ name, object: 'customer', record });
  const response = await fetch(`${app.url}/api/v1/files?${query}`, {
    method: 'POST', headers: { cookie: person.cookie(), 'content-type': 'application/octet-stream' }, body: new Uint8Array(Buffer.from(bytes)),
  });
  return { status: response.status, body: await response.json() as Answer['body'] };
}
const fetchFile = (id: unknown, person: TestPerson, query = '') => fetch(`${app.url}/api/v1/files/${String(id)}${query}`, { headers: { cookie: person.cookie() } });
const onDisk = async () => (await readdir(path.join(app.services.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

/** A PNG that claims this size; its picture data does not matter to us. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000000494441540000000000000049454e44ae426082', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test('a file comes back byte by byte, as an attachment under its own name', async () => {
  const bytes = png(40, 30);
  const made = await upload('..\\照片/营业执照.PNG', bytes);
  expect(made).toMatchObject({ status: 201, body: { name: '营业执照.PNG', mime: 'image/png', size: bytes.length, object: 'customer', recordId: customer, createdBy: { name: 'owner' } } });
  const got = await fetchFile(made.body.id, owner);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
  expect(got.headers.get('content-type')).toBe('image/png');
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename="____.PNG"; filename*=UTF-8''${encodeURIComponent('营业执照.PNG')}`);
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  expect((await fetchFile(made.body.id, owner, '?inline=1')).headers.get('content-disposition')).toMatch(/^inline;/);
  const { body } = await owner.get<{ data: { id: string }[] }>(`/customers/${customer}/files`);
  expect(body.data.map((file) => file.id)).toEqual([made.body.id]);
});

test('text is never shown inside a page', async () => {
  const made = await upload('名单.csv', '姓名,电话\n王海,1\n');
  expect(made.body).toMatchObject({ mime: 'text/plain' });
  const got = await fetchFile(made.body.id, owner, '?inline=1');
  expect(got.headers.get('content-type')).toBe('application/octet-stream');
  expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('whoever may not see the record does not see its files, and changes nothing', async () => {
  const made = await upload('合同.txt', '合同正文');
  const { id } = made.body;
  expect((await fetchFile(id, stranger)).status).toBe(404);
  expect((await fetchFile(id, app.anonymous())).status).toBe(401);
  expect((await stranger.call('DELETE', `/files/${String(id)}`)).status).toBe(404);
  expect((await stranger.get(`/customers/${customer}/files`)).status).toBe(404);
  const before = await onDisk();
  expect((await upload('x.txt', '插入', stranger)).status).toBe(404);
  expect(await onDisk()).toBe(before);
  await owner.call('PUT', `/customers/${customer}/sharing`, { collaborators: [{ user: stranger.id, level: 'read' }] });
  expect((await fetchFile(id, stranger)).status).toBe(200);
  expect((await upload('x.txt', '插入', stranger)).status).toBe(403);
  expect((await stranger.call('DELETE', `/files/${String(id)}`)).status).toBe(403);
  await owner.call('PUT', `/customers/${customer}/sharing`, { collaborators: [] });
  expect((await fetchFile(id, stranger)).status).toBe(404);
});

test('a removed file is gone for everybody, and its removal and downloads are on record', async () => {
  const { body: { id } } = await upload('旧.txt', '旧的');
  await (await fetchFile(id, owner)).text();
  expect((await owner.call('DELETE', `/files/${String(id)}`)).status).toBe(204);
  expect((await fetchFile(id, owner)).status).toBe(404);
  expect((await owner.call('DELETE', `/files/${String(id)}`)).status).toBe(404);
  const { body } = await app.admin.get<{ data: { action: string; detail: { file: string } | null }[] }>(`/audit?record=${customer}&limit=200`);
  expect(body.data.filter((entry) => entry.detail?.file === id).map((entry) => entry.action)).toEqual(['file-remove', 'download', 'file-add']);
});

/** A zip archive with one stored entry that claims to unpack to `claimed` bytes. */
function zip(name: string, claimed: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(1000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end]);
}

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

test.each([
  ['a page as a picture', 'bild.png', '<html><script>alert(1)</script>', 'file-type'],
  ['a page as text', 'seite.txt', '<!doctype html><p>x', 'file-type'],
  ['a vector picture', 'bild.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file-type'],
  ['text with the ending of a program', 'shell.pHaR', '一些文字', 'file-name'],
  ['a picture with the ending of a page', 'bild.html', png(2, 2), 'file-name'],
  ['a Linux program', 'bild.png', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(200)]), 'file-type'],
  ['a script', 'skript.txt', '#!/bin/sh\nrm -rf /', 'file-type'],
  ['an archive', 'alles.zip', zip('a.txt', 1000), 'file-type'],
  ['an archive that unpacks to four gigabytes', 'tabelle.xlsx', zip('xl/workbook.xml', 4_000_000_000), 'file-archive'],
  ['a picture of 50 000 × 50 000', 'gross.png', png(50_000, 50_000), 'file-pixels'],
  ['bytes without meaning', 'x.txt', Buffer.from([0, 1, 2, 3, 0xff, 0xfe]), 'file-type'],
  ['nothing at all', 'leer.txt', '', 'file-type'],
  ['the scanners’ test file', 'eicar.txt', `vorne ${eicar}`, 'file-malware'],
])('refuses %s and keeps nothing of it', async (_what, name, bytes, code) => {
  const before = await onDisk();
  const answer = await upload(name, bytes);
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([415, code]);
  expect(await onDisk()).toBe(before);
});

test('refuses what is larger than the limit, told or untold', async () => {
  const big = Buffer.alloc(26 * 1024 * 1024, 'a');
  const told = await upload('gross.txt', big);
  expect(told).toMatchObject({ status: 413, body: { code: 'file.too-large' } });
  const before = await onDisk();
  const query = new URLSearchParams({ name: 'gross.txt', object: 'customer', record: customer });
  const untold = await fetch(`${app.url}/api/v1/files?${query}`, {
    method: 'POST', headers: { cookie: owner.cookie(), 'content-type': 'application/octet-stream' }, duplex: 'half',
    body: new ReadableStream({ start: (controller) => { controller.enqueue(big); controller.close(); } }),
  } as RequestInit).catch(() => undefined);
  // The server may close the line before a sender who goes on sending has read the refusal.
  expect(untold?.status ?? 413).toBe(413);
  expect(await onDisk()).toBe(before);
});

test('an upload that breaks off leaves nothing', async () => {
  const before = await onDisk();
  const aborter = new AbortController();
  const query = new URLSearchParams({ name: 'halb.txt', object: 'customer', record: customer });
  const pending = fetch(`${app.url}/api/v1/files?${query}`, {
    method: 'POST', headers: { cookie: owner.cookie(), 'content-type': 'application/octet-stream' }, duplex: 'half', signal: aborter.signal,
    body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.alloc(100_000, 'a')) }),
  } as RequestInit).catch(() => undefined);
  await expect.poll(onDisk, { timeout: 60_000 }).toBe(before + 1);
  aborter.abort();
  await pending;
  await expect.poll(onDisk, { timeout: 60_000 }).toBe(before);
});

test('left-overs of a crash are swept, files on record and fresh ones stay', async () => {
  const kept = await upload('bleibt.txt', '留下');
  const root = path.join(app.services.dataDir, 'files');
  const drafts = path.join(root, 'incoming');
  const orphan = `ab/${app.services.newId()}`;
  await mkdir(path.join(root, 'ab'), { recursive: true });
  await writeFile(path.join(root, orphan), 'x');
  await writeFile(path.join(drafts, 'old.part'), 'x');
  await writeFile(path.join(drafts, 'new.part'), 'x');
  const longAgo = new Date('2026-01-01T00:00:00Z');
  for (const name of [orphan, 'incoming/old.part', `${String(kept.body.id).slice(-2)}/${String(kept.body.id)}`]) await utimes(path.join(root, name), longAgo, longAgo);
  const removed = await sweepFiles({ db: app.services.database, store: folderStore(root), drafts, before: new Date('2026-02-01T00:00:00Z') });
  expect(removed).toBe(2);
  expect(await readdir(drafts)).toEqual(['new.part']);
  expect((await fetchFile(kept.body.id, owner)).status).toBe(200);
});

test('a scanner’s command decides, and one that fails takes nothing', async () => {
  const node = process.execPath;
  await expect(commandScan(`${node} -e process.exit(0)`)('x')).resolves.toBe('clean');
  await expect(commandScan(`${node} -e process.exit(1)`)('x')).resolves.toBe('infected');
  await expect(commandScan(`${node} -e process.exit(2)`)('x')).rejects.toThrow('scanner failed');
  await expect(commandScan('no-such-scanner')('x')).rejects.toThrow('scanner failed');
});

/** As `upload`, with any query and an Idempotency-Key. */
async function uploadWith(query: Record<string, string>, key: string, person: TestPerson = owner): Promise<Answer> {
  const response = await fetch(`${app.url}/api/v1/files?${new URLSearchParams(query)}`, {
    method: 'POST', headers: { cookie: person.cookie(), 'content-type': 'application/octet-stream', 'idempotency-key': key }, body: new Uint8Array(png(12, 12)),
  });
  return { status: response.status, body: await response.json() as Answer['body'] };
}

test('an upload sent again with its key is kept once, also when both run at the same moment', async () => {
  const query = { name: '现场.png', object: 'customer', record: customer };
  const both = await Promise.all([uploadWith(query, 'photo-key-0001'), uploadWith(query, 'photo-key-0001')]);
  const again = await uploadWith(query, 'photo-key-0001');
  expect(new Set([...both, again].map((answer) => answer.body['id'])).size).toBe(1);
  const other = String((await owner.post('/customers', { name: '即墨纺织有限公司' })).body.id);
  expect((await uploadWith({ ...query, record: other }, 'photo-key-0001')).body['code']).toBe('request.idempotency-mismatch');
});

test('a required picture is uploaded first and becomes the new record’s; nobody else can use it (UX-8)', async () => {
  const field = await app.admin.post('/admin/fields', { object: 'customer', key: 'licencePicture', type: 'image', label: { 'zh-CN': '营业执照', en: 'Licence' }, required: true });
  expect(field.status).toBe(201);
  const key = String(field.body.key);
  expect((await owner.post('/customers', { name: '莱西水果有限公司' })).status).toBe(400);
  const staged = await uploadWith({ name: '执照.png', object: 'customer', field: key }, 'staged-key-0001');
  expect(staged.status).toBe(201);
  const id = String(staged.body['id']);
  expect((await fetchFile(id, owner)).status).toBe(404);
  const made = await owner.post('/customers', { name: '莱西水果有限公司', [key]: id });
  expect(made.status).toBe(201);
  const shown = await owner.get(`/customers/${String(made.body.id)}?include=*`);
  expect(shown.body[key]).toEqual({ id, name: '执照.png', size: png(12, 12).length, mime: 'image/png' });
  expect((await fetchFile(id, owner)).status).toBe(200);
  const thief = await stranger.post('/customers', { name: '平度葡萄有限公司', [key]: id });
  expect((await stranger.get(`/customers/${String(thief.body.id)}?include=*`)).body[key]).toBe(id);
  expect((await fetchFile(id, stranger)).status).toBe(404);
});
