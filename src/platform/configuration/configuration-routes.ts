import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import type { Setting } from '../settings/setting.ts';
import { announceSettings, listSettings, putSetting } from '../settings/settings-routes.ts';
import { configurationHistory, configurationInput, exportConfiguration, exportParts, importConfiguration } from './configuration.ts';
import type { ConfigurationPart } from './configuration-part.ts';
import { configurationAnswer, configurationHistoryAnswer, importedAnswer } from './configuration.answers.ts';
import { type FieldIndexer, ensureSequence } from '../registry/field-index.ts';
import { announceMeta } from '../registry/meta-change.ts';
import type { ObjectRouteOptions } from '../registry/object-routes.ts';

const shared = { access: { right: 'admin.fields' }, tag: 'administration' } as const;

export interface ConfigurationRouteOptions extends ObjectRouteOptions {
  readonly settings: readonly Setting[];
  readonly indexer: FieldIndexer;
  readonly parts: readonly ConfigurationPart[];
}

/** The administrators' work as one JSON file, out and in, and its history (UX-14). */
export function configurationRoutes(services: Services, options: ConfigurationRouteOptions): readonly Route[] {
  const { declared, settings, indexer, parts } = options;
  const setHere = async (ctx: Context) => Object.fromEntries((await listSettings(ctx, settings)).filter((setting) => setting.isSet).map(({ key, value }) => [key, value]));
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/admin/configuration', kind: 'query', summary: 'Objects, fields, layouts, settings, roles and shared views as one file',
      answer: configurationAnswer,
      handle: async (ctx) => ({ ...(await exportConfiguration(ctx, await setHere(ctx))), ...(await exportParts(ctx, parts)) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/configuration', kind: 'action', isFreshNeeded: true, bodyLimit: 16 * 1024 * 1024,
      summary: 'Bring a configuration in, all or nothing; with dryRun only say what would change', body: configurationInput, answer: importedAnswer,
      handle: async (ctx, { body }) => {
        await ctx.db.run(sql`SAVEPOINT before_import`);
        const data = await importConfiguration(services, ctx, body, {
          declared, parts, settings: setHere,
          taken: new Set(options.routes().map((route) => route.path.split('/')[1] ?? '')),
          putSetting: (inner, key, value) => putSetting(inner, settings, key, value),
          onField: async (row) => {
            if (row.definition.type === 'autoNumber' && !body.dryRun) await ensureSequence(services, row.object, row.key);
          },
        });
        if (body.dryRun) await ctx.db.run(sql`ROLLBACK TO SAVEPOINT before_import`);
        else {
          announceMeta(services, ctx);
          announceSettings(services, ctx, settings.filter(({ key }) => key in body.settings));
          ctx.afterCommit(() => indexer.wake());
        }
        return { data, dryRun: body.dryRun };
      },
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/admin/configuration/history', kind: 'query', summary: 'Who changed what of the configuration, newest first',
      query: z.strictObject({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }), answer: configurationHistoryAnswer,
      handle: async (ctx, { query }) => ({ data: await configurationHistory(ctx, query.before, query.limit) }),
    }),
  ];
}
