import type { Sql } from 'sql-template-tag';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionEntryObject } from '../../commission-entry.object.ts';

/** Whether the caller may read rows of `alias` that have an owner and a unit, as they may the ledger's entries (SEC-12). */
export const isReadable = (ctx: Context, alias: string): Sql => predicateSql(ctx, commissionEntryObject, 'read', alias);
