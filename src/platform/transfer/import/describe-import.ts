import sql from 'sql-template-tag';
import { failureStatus } from '#kernel/failure.ts';
import { failureTexts } from '#kernel/failure-texts.ts';
import { allowedIds } from '../../access/allowed-ids.ts';
import type { Context } from '../../context/context.ts';
import { isoTime } from '../../db/database.ts';
import type { Services } from '../../runtime/services.ts';
import { tableErrorTexts } from '../../tabular/table-types.ts';
import { readable } from './import-actions.ts';
import { importPath } from './import-files.ts';
import { type ImportRun, countMatched } from './import-store.ts';
import { inspectFile, isRemembered, matchFields } from './inspect-import.ts';
import { objectNamed } from './rows/import-plan.ts';

/** What is told of an import wherever it stands; where its file lies is nobody's business. */
export function runShown({ storeKey: _key, headerKey: _header, mapping: _mapping, createdAt, startedAt, finishedAt, ...run }: ImportRun) {
  const iso = (text: string | null) => (text === null ? null : isoTime(text));
  return { ...run, createdAt: isoTime(createdAt), startedAt: iso(startedAt), finishedAt: iso(finishedAt) };
}

/** One import as its page shows it: what the columns hold and may become, what was remembered, what went wrong. */
export async function describeImport(ctx: Context, services: Services, run: ImportRun) {
  const def = objectNamed(ctx, run.object);
  const isDraft = run.state === 'draft' || run.state === 'checked' || run.state === 'checking';
  const seen = isDraft && run.storeKey !== null
    ? await readable(ctx, () => inspectFile(ctx, def, importPath(services.dataDir, run.storeKey ?? ''), run.fileName, run.sheet ?? undefined))
    : undefined;
  const columns = run.headers.map((header, column) => ({
    column, header, field: run.mapping[column] ?? null,
    ...(seen && {
      samples: seen.samples[column] ?? [], guess: seen.guesses[column]?.field ?? null, confidence: seen.guesses[column]?.confidence ?? 0,
      newType: seen.newTypes[column] ?? 'text',
    }),
  }));
  const matched = run.state === 'checked' ? await countMatched(ctx.db, run.id) : 0;
  return {
    ...runShown(run), columns, matched, isRemembered: isDraft && (await isRemembered(ctx, run)), ownerName: await ownerName(ctx, run),
    problemText: run.problem === null ? null : problemText(ctx, run.problem, run.id),
    matchFields: matchFields(def, run.mapping), mayAddFields: ctx.actor.rights.has('admin.fields'),
  };
}

/** The person who is to own new records, as far as the reader may see them. */
async function ownerName(ctx: Context, { options }: ImportRun): Promise<string | null> {
  const { kind, person } = options.owner;
  const users = ctx.registry.object('user');
  if (kind !== 'person' || person === undefined || !users || !(await allowedIds(ctx, users, 'read', [person])).has(person)) return null;
  return (await ctx.db.maybe<{ name: string }>(sql`SELECT name FROM app_user WHERE id = ${person}`))?.name ?? null;
}

/** Why the work stopped, in words that say what to do next; a fault of the program by the general word. */
function problemText(ctx: Context, problem: string, requestId: string): string {
  const table = Object.entries(tableErrorTexts).find(([code]) => code === problem)?.[1];
  if (table) return ctx.locale === 'zh-CN' ? table.zh : table.en;
  const right = ctx.locale === 'zh-CN' ? '导入' : 'import';
  return failureTexts.find(ctx.locale, problem in failureStatus ? problem : 'system.error', { right, count: 1, max: '', seconds: '', requestId }) ?? problem;
}
