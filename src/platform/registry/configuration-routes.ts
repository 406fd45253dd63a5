import sql from 'sql-template-tag';
import { z } from 'zod';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import type { Setting } from '../settings/setting.ts';
import { listSettings, putSetting } from '../settings/settings-routes.ts';
import { configurationHistory, configurationInput, exportConfiguration, importConfiguration } from './configuration.ts';
import { type FieldIndexer, ensureSequence } from './field-index.ts';
import { announceMeta } from './meta-change.ts';
import type { ObjectRouteOptions } from './object-routes.ts';

const shared = { access: { right: 'admin.fields' }, tag: 'administration' } as const;

export interface ConfigurationRouteOptions extends ObjectRouteOptions {
  readonly settings: readonly Setting[];
  readonly indexer: FieldIndexer;
}

/** The administrators' work as one JSON file, out and in, and its history (UX-14). */
export function configurationRoutes(services: Services, options: ConfigurationRouteOptions): readonly Route[] {
  const { declared, settings, indexer } = options;
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/admin/configuration', kind: 'query', summary: 'Objects, fields, layouts and settings as one file',
      handle: async (ctx) => {
        const set = (await listSettings(ctx, settings)).filter((setting) => setting.isSet);
        return exportConfiguration(ctx, Object.fromEntries(set.map(({ key, value }) => [key, value])));
      },
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/configuration', kind: 'action', isFreshNeeded: true, bodyLimit: 16 * 1024 * 1024,
      summary: 'Bring a configuration in, all or nothing; with dryRun only say what would change', body: configurationInput,
      handle: async (ctx, { body }) => {
        await ctx.db.run(sql`SAVEPOINT before_import`);
        const data = await importConfiguration(ctx, body, {
          declared,
          taken: new Set(options.routes().map((route) => route.path.split('/')[1] ?? '')),
          putSetting: (inner, key, value) => putSetting(inner, settings, key, value),
          onField: async (row) => {
            if (row.definition.type === 'autoNumber' && !body.dryRun) await ensureSequence(services, row.object, row.key);
          },
        });
        if (body.dryRun) await ctx.db.run(sql`ROLLBACK TO SAVEPOINT before_import`);
        else {
          announceMeta(services, ctx);
          ctx.afterCommit(() => indexer.wake());
        }
        return { data, dryRun: body.dryRun };
      },
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/admin/configuration/history', kind: 'query', summary: 'Who changed what of the configuration, newest first',
      query: z.strictObject({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
      handle: async (ctx, { query }) => ({ data: await configurationHistory(ctx, query.before, query.limit) }),
    }),
  ];
}
