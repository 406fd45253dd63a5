import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isActive, mediansOf } from '../../rules/figures.ts';
import { type Span, monthsOf, yearSpan } from '../span.ts';
import { unitPeople, visiblePeople, visiblePerson } from './sheet-scope.ts';
import { readSheets } from './read-figures.ts';

/** Everybody whose sheet the caller may see and who did something in the span, all of them together, and their medians (SE-40). */
export async function readTeam(ctx: Context, span: Span, unit?: Id) {
  const people = await visiblePeople(ctx, unit);
  const rows = await readSheets(ctx, { span, people: people.map(({ id }) => id) });
  const data = people.map((person) => ({ ...person, sheet: rows.sheet(person.id) })).filter(({ sheet }) => isActive(sheet));
  return { data, total: rows.sheet(''), medians: mediansOf(data.map(({ sheet }) => sheet)) };
}

/**
 * One person's sheet with the medians of their unit, and both for each of the twelve months that end with the span's last.
 * Medians tell nothing where fewer than three people have the figure. Errors: record.not-found for whom the caller may not see.
 */
export async function readPerson(ctx: Context, whose: string, span: Span) {
  const person = await visiblePerson(ctx, whose);
  const unit = await unitPeople(ctx, person.unitId);
  const people = [...new Set([person.id, ...unit])];
  const now = await readSheets(ctx, { span, people });
  const year = yearSpan(span);
  const months = await readSheets(ctx, { span: year, people, byMonth: true });
  const medians = (rows: typeof now, month?: string) => mediansOf(unit.map((id) => rows.sheet(id, month)).filter(isActive));
  return {
    ...person, isOwn: person.id === ctx.actor.userId, sheet: now.sheet(person.id), medians: medians(now),
    trend: monthsOf(year).map((month) => ({ month, sheet: months.sheet(person.id, month), medians: medians(months, month) })),
  };
}

/** Whom a list is about: `team` is everybody whom the caller may see. Errors: record.not-found. */
export const listedPeople = async (ctx: Context, whose: string, unit?: Id): Promise<readonly Id[]> =>
  (whose === 'team' ? (await visiblePeople(ctx, unit)).map(({ id }) => id) : [(await visiblePerson(ctx, whose)).id]);
