import PostalMime from 'postal-mime';
import { vi } from 'vitest';
import { type TestPerson, personOf } from '#app/test-app.ts';
import { type Received, openSmtp } from '#modules/mail/server/test-post.ts';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';

/** A desk whose portal is open, with a real mail server that keeps what it gets. */
export interface TestPortal {
  readonly desk: TestDesk;
  readonly smtp: Awaited<ReturnType<typeof openSmtp>>;
  readonly customer: string;
  readonly contact: string;
  /** Nobody yet, in a browser of their own. */
  visitor(): TestPerson;
  /** Asks for a code and answers it with its challenge, when its mail has come. */
  codeFor(visitor: TestPerson, email: string): Promise<{ readonly challenge: string; readonly code: string }>;
  /** The code in the first mail after so many. */
  codeIn(after: number): Promise<string>;
  signIn(email: string): Promise<TestPerson>;
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

const textOf = async (mail: Received): Promise<string> => (await PostalMime.parse(mail.raw)).text ?? '';

export async function openTestPortal(): Promise<TestPortal> {
  const [desk, smtp] = await Promise.all([openTestDesk(), openSmtp()]);
  const { app } = desk;
  const set = async (values: Readonly<Record<string, unknown>>): Promise<void> => { await made(app.admin.call('PUT', '/admin/settings', values)); };
  await made(app.admin.call('PUT', '/admin/mail', { host: '127.0.0.1', port: smtp.port, security: 'none', username: null, from: '知客 <desk@example.com>', siteUrl: null }));
  await set({ portalIsOpen: true, portalFormIsOpen: true });
  const customer = String((await made(app.admin.post('/customers', { name: '青岛港湾机械有限公司', kind: 'company' })))['id']);
  const contact = String((await made(app.admin.post('/contacts', { name: '陈思', customer, email: 'Chen@Harbour.example' })))['id']);
  const visitor = (): TestPerson => personOf(app.url);
  const codeOf = async (mail: Received | undefined): Promise<string> => /\b(\d{6})\b/.exec(mail ? await textOf(mail) : '')?.[1] ?? '';
  const codeFor = async (who: TestPerson, email: string) => {
    const before = smtp.mails.length;
    const { challenge } = await made(who.post('/portal/codes', { email }));
    await vi.waitUntil(() => smtp.mails.slice(before).some((mail) => mail.to.includes(email.toLowerCase())), { timeout: 120_000 });
    const mail = smtp.mails.slice(before).find((one) => one.to.includes(email.toLowerCase()));
    return { challenge: String(challenge), code: await codeOf(mail) };
  };
  return {
    desk, smtp, customer, contact, visitor, codeFor, set,
    codeIn: (after) => codeOf(smtp.mails[after]),
    signIn: async (email) => {
      const who = visitor();
      await made(who.post('/portal/session', await codeFor(who, email)));
      return who;
    },
    close: async () => {
      await desk.close();
      await smtp.close();
    },
  };
}
