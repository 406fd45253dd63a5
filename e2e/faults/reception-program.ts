import { pino } from 'pino';
import { serverModules } from '#app/server-modules.ts';
import { openServices } from '#app/open-services.ts';
import { assignTurn, endTurn } from '#modules/reception/server/reception.public.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';

// A server for the test that kills it: eight desks give arrivals to the rotation until the end, and say what is committed.
const { FAULT_URL = '', FAULT_SITE = '', FAULT_DIR = '' } = process.env;

const services = await openServices({
  databaseUrl: FAULT_URL, secret: Buffer.alloc(32, 7), dataDir: FAULT_DIR, timeZone: 'Asia/Shanghai', locale: 'zh-CN',
  log: pino({ level: 'silent' }), modules: serverModules, poolSize: 8,
});
const options = { actor: systemActor(services) };

async function desk(): Promise<never> {
  for (;;) {
    const registrationId = services.newId();
    const request = { siteId: FAULT_SITE, registrationId, receiver: 'rotation', kind: 'rotation', isCounted: true, decisionId: null } as const;
    const { turnId } = await runAction(services, options, (ctx) => assignTurn(ctx, request));
    process.stdout.write(`assigned ${registrationId}\n`);
    await runAction(services, options, (ctx) => endTurn(ctx, turnId));
  }
}

await Promise.all(Array.from({ length: 8 }, desk));
