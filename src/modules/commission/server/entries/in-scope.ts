import type { Sql } from 'sql-template-tag';
import { requireFields } from '#platform/access/told-fields.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionEntryObject } from '../../commission-entry.object.ts';

/**
 * Whether the caller may read rows of `alias` that have an owner and a unit, as they may the ledger's entries (SEC-12).
 * Whoever may not see what makes up an entry has no page of the ledger (SEC-13). Errors: auth.forbidden.
 */
export function isReadable(ctx: Context, alias: string): Sql {
  requireFields(ctx, commissionEntryObject.key, 'amount', 'clause', 'kind', 'account', 'state', 'month', 'percent');
  return predicateSql(ctx, commissionEntryObject, 'read', alias);
}
