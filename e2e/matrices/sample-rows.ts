import sql, { join, raw } from 'sql-template-tag';
import { serverModules } from '#app/server-modules.ts';
import type { TestApp } from '#app/test-app.ts';
import type { ObjectDef } from '#meta/object.ts';

/** Whose a sample is. */
export interface Whose {
  readonly owner: string;
  readonly unit: string;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  readonly isKey: boolean;
  /** The table that it refers to. */
  readonly target: string | null;
  /** Values of its check, where it lists them. */
  readonly values: readonly string[] | null;
}

export const allObjects: readonly ObjectDef[] = serverModules.flatMap((module) => module.objects ?? []);

/** What a row needs that its columns do not tell: `table` → column → value. A new table that cannot be filled says so, and is given its line here. */
const special: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  case_type: { process: 'request', pack: 'service-days' },
  meeting: { starts_at: '2026-03-02T09:00:00Z', ends_at: '2026-03-02T10:00:00Z', about_object: null, about_id: null },
  service_audit: { state: 'confirmed', done_at: '2026-03-02T09:00:00Z', template_number: 1 },
  inspection_route: { from_minute: 540, to_minute: 600 },
  inspection_round: { points: '[]' },
  staff_skill: { level: 1 },
  shift_template: { starts: '09:00', ends: '17:00' },
  induction: { state: 'done' },
  shift_plan: { week_start: '2026-03-02' },
  shift: { starts_at: '2026-03-02T09:00:00Z', ends_at: '2026-03-02T10:00:00Z' },
  training_session: { starts_at: '2026-03-02T09:00:00Z', ends_at: '2026-03-02T10:00:00Z' },
  exam: { minutes: 30, pass_mark: 60 },
  commission_book: { open_month: '2026-03' },
  commission_entry: { account: 'person', month: '2026-03' },
  commission_deal: { month: '2026-03' },
  incentive_run: { kind: 'correction', month: '2026-03' },
  incentive_entry: { kind: 'award', corrects_id: null },
  recognition: { kind: 'colleague', month: '2026-03', case_id: null },
};

/** Two columns that name one row of another table together. */
const pairs: Readonly<Record<string, { readonly table: string; readonly columns: readonly string[] }>> = { exam_attempt: { table: 'exam_edition', columns: ['exam_id', 'edition'] } };

/** Whom a column names that must be somebody else than the owner. */
const others: ReadonlySet<string> = new Set(['induction.mentor_id', 'receipt.booked_by_id', 'recognition.author_id']);
/** Tables of which a unit has one row: the next one of the unit is the same, given to the owner. */
const onePerUnit: ReadonlySet<string> = new Set(['shift_unit']);
/** Months of which a person has one a row. */
const monthly: ReadonlySet<string> = new Set(['incentive_entry.month']);
/** A date of which there is one a row, seven days apart. */
const weekly: ReadonlySet<string> = new Set(['shift_plan.week_start']);

const columnsOf = (app: TestApp, table: string): Promise<Column[]> => app.services.database.rows<Column>(sql`
  SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
    a.attnotnull AND NOT a.atthasdef AND a.attgenerated = '' AND a.attidentity = '' AS "isNeeded",
    EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype = 'p' AND c.conkey = ARRAY[a.attnum]) AS "isKey",
    (SELECT f.relname FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid WHERE c.conrelid = a.attrelid AND c.contype = 'f' AND c.conkey = ARRAY[a.attnum] LIMIT 1) AS target,
    (SELECT array_agg(m[1]) FROM pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''::text', 'g') AS m
      WHERE c.conrelid = a.attrelid AND c.contype = 'c' AND c.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(c.oid) LIKE '%ANY%') AS values
  FROM pg_attribute a WHERE a.attrelid = ${table}::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`);

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Makes rows of any table, with whatever they refer to. */
export class Samples {
  readonly #app: TestApp;
  readonly #columns = new Map<string, Column[]>();
  #serial = 0;
  readonly #somebody: string;
  /** `somebody`: a person who is the owner of no sample. */
  constructor(app: TestApp, somebody: string) {
    this.#app = app;
    this.#somebody = somebody;
  }

  /** A record of an object that belongs to somebody; what it is part of belongs to them too. Its texts hold `mark`. */
  async record(def: ObjectDef, whose: Whose, mark: string): Promise<string> {
    const parent = def.access.kind === 'via' ? this.#fieldColumn(def, def.access.field) : undefined;
    const target = parent && allObjects.find((object) => object.key === parent.target);
    const given: Record<string, unknown> = parent && target ? { [parent.column]: await this.record(target, whose, mark) } : {};
    for (const field of def.fields) {
      if ((field.type === 'text' || field.type === 'longText') && field.readOnly !== true) given[snake(field.key)] = `${mark}${field.key}#${this.#serial}`;
    }
    return this.#insert(def.table, whose, given);
  }

  #fieldColumn(def: ObjectDef, key: string): { readonly column: string; readonly target: string } {
    const field = def.fields.find((each) => each.key === key);
    return { column: `${snake(key)}_id`, target: field && 'target' in field ? field.target : '' };
  }

  async #insert(table: string, whose: Whose, given: Readonly<Record<string, unknown>>): Promise<string> {
    if (onePerUnit.has(table)) {
      const has = await this.#app.services.database.maybe<{ id: string }>(sql`UPDATE ${raw(table)} SET owner_id = ${whose.owner} WHERE unit_id = ${whose.unit} RETURNING id`);
      if (has) return has.id;
    }
    const columns = this.#columns.get(table) ?? (await columnsOf(this.#app, table));
    this.#columns.set(table, columns);
    const pair = pairs[table];
    const named = pair ? await this.#pairOf(pair, whose) : {};
    this.#serial += 1;
    const id = this.#app.services.newId();
    const values: [string, unknown][] = [];
    for (const column of columns) {
      const value = named[column.name] ?? (await this.#valueOf(table, column, whose, given, id));
      if (value !== undefined) values.push([column.name, value]);
    }
    await this.#app.services.database.run(sql`
      INSERT INTO ${raw(table)} (${raw(values.map(([name]) => `"${name}"`).join(', '))}) VALUES (${join(values.map(([, value]) => sql`${value}`))})`);
    return id;
  }

  async #pairOf({ table, columns }: { readonly table: string; readonly columns: readonly string[] }, whose: Whose): Promise<Readonly<Record<string, unknown>>> {
    await this.#insert(table, whose, {});
    return this.#app.services.database.one<Record<string, unknown>>(sql`SELECT ${raw(columns.join(', '))} FROM ${raw(table)} ORDER BY xmin::text::bigint DESC, ctid DESC LIMIT 1`);
  }

  async #valueOf(table: string, column: Column, whose: Whose, given: Readonly<Record<string, unknown>>, id: string): Promise<unknown> {
    const { name, type, isNeeded, isKey, target, values } = column;
    const known = special[table]?.[name];
    const own = this.#ownOf(`${table}.${name}`);
    if (own !== undefined) return own;
    if (known !== undefined) return known;
    if (isKey && type === 'uuid' && target === null) return id;
    if (name === 'owner_id') return whose.owner;
    if (name === 'unit_id') return whose.unit;
    if (values !== null && values.length > 0) return isNeeded ? values[0] : undefined;
    if (given[name] !== undefined && (type === 'text' || type === 'uuid')) return given[name];
    if (!isNeeded) return undefined;
    if (target === 'app_user') return whose.owner;
    if (target === 'org_unit') return whose.unit;
    return target === null ? this.#plain(type) : this.#insert(target, whose, {});
  }

  /** What is another one in each row, or somebody else's. */
  #ownOf(place: string): string | undefined {
    if (weekly.has(place)) return new Date(Date.UTC(2020, 0, 6 + 7 * this.#serial)).toISOString().slice(0, 10);
    if (monthly.has(place)) return new Date(Date.UTC(1900, this.#serial, 1)).toISOString().slice(0, 7);
    return others.has(place) ? this.#somebody : undefined;
  }

  #plain(type: string): unknown {
    if (type.startsWith('timestamp')) return this.#app.services.clock().toISOString();
    if (type === 'date') return new Date(Date.UTC(2020, 0, this.#serial)).toISOString().slice(0, 10);
    if (type === 'boolean') return false;
    if (type === 'uuid') return this.#app.services.newId();
    if (type === 'jsonb' || type === 'json') return '{}';
    if (type.endsWith('[]')) return '{}';
    if (type === 'text' || type.startsWith('character')) return `s${this.#serial}`;
    if (type.startsWith('time')) return '09:00';
    return this.#serial;
  }
}
