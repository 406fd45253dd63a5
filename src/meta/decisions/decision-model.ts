import type { Bilingual } from '#kernel/texts.ts';

/** What a fact or a result may be. `date` is an ISO date, `dateTime` an ISO instant, `choices` a list of declared choices. */
export type FactType = 'boolean' | 'choice' | 'choices' | 'text' | 'number' | 'date' | 'dateTime';

export interface Choice {
  readonly value: string;
  readonly label: Bilingual;
}

/** One thing that a decision asks for. `name` is its FEEL name; `isNullable` says that "nobody knows" is an answer (null). */
export interface Fact {
  readonly name: string;
  readonly type: FactType;
  readonly label: Bilingual;
  readonly question?: Bilingual;
  readonly choices?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Bilingual;
  /** A number without decimals: between 5 and 6 there is nothing to decide. */
  readonly isWhole?: boolean;
  readonly isNullable?: boolean;
}

/** A value that the company may set without touching a table, such as the months that a registration stays valid. */
export interface Parameter {
  readonly name: string;
  readonly type: 'number' | 'boolean' | 'text';
  readonly label: Bilingual;
  readonly value: number | boolean | string;
  readonly unit?: Bilingual;
  readonly clause?: string;
}

/** A fact that follows from others by one FEEL expression (a literal expression of DMN). */
export interface DerivedFact {
  readonly name: string;
  readonly type: FactType;
  readonly label: Bilingual;
  readonly expression: string;
  readonly choices?: readonly Choice[];
  readonly isNullable?: boolean;
  readonly clause?: string;
}

/** The company's own wording of one rule. An interpretation closes a gap that the source leaves open (RE-21). */
export interface Clause {
  readonly key: string;
  readonly text: Bilingual;
  readonly isInterpretation?: boolean;
}

/** DMN hit policies: unique, any, first, priority, rule order, output order, collect (with an aggregation). */
export type HitPolicy = 'U' | 'A' | 'F' | 'P' | 'R' | 'O' | 'C' | 'C+' | 'C#' | 'C<' | 'C>';

export interface InputColumn {
  /** A FEEL expression, nearly always the name of a fact, a derived fact, or `table.output`. */
  readonly expression: string;
  readonly label?: Bilingual;
}

export interface OutputColumn {
  readonly name: string;
  readonly type: FactType;
  readonly label: Bilingual;
  readonly choices?: readonly Choice[];
  readonly unit?: Bilingual;
  /** FEEL value used when no row of the table matches. */
  readonly fallback?: string;
}

/** One rule: a FEEL unary test per input (`-` for any), a FEEL expression per output (empty for null), and its clause. */
export interface Row {
  readonly id: string;
  readonly clause: string;
  readonly conditions: readonly string[];
  readonly results: readonly string[];
  readonly note?: Bilingual;
}

export interface DecisionTable {
  readonly name: string;
  readonly label: Bilingual;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rows: readonly Row[];
}

/** Outputs of a table that must add up, such as shares to 100. */
export interface SumCheck {
  readonly table: string;
  readonly outputs: readonly string[];
  readonly total: number;
}

export interface PolicyTest {
  readonly id: string;
  readonly label: Bilingual;
  readonly facts: FactValues;
  readonly clause: string;
  readonly results: FactValues;
}

/** A value as it stands in requests, rows of the database and test cases. */
export type FactValue = string | number | boolean | null | readonly string[];
export type FactValues = { readonly [name: string]: FactValue };

/**
 * A company's rule as data (PL-40): facts in, tables that cite clauses, results out. The last table gives the result;
 * earlier ones may feed it as `table.output`. Nothing in it depends on a database or a clock.
 */
export interface PolicyModel {
  readonly key: string;
  /** The decision point that it answers; empty for a model that comes from elsewhere. */
  readonly point: string;
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly facts: readonly Fact[];
  readonly parameters: readonly Parameter[];
  readonly derived: readonly DerivedFact[];
  readonly tables: readonly DecisionTable[];
  readonly sums: readonly SumCheck[];
  readonly clauses: readonly Clause[];
  readonly tests: readonly PolicyTest[];
}

/** Where the product asks a policy: the facts that it can give, and the results that it understands. Declared by a module. */
export interface DecisionPoint {
  readonly key: string;
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly facts: readonly Fact[];
  /** A policy gives every result that is not optional. */
  readonly results: readonly (OutputColumn & { readonly isOptional?: boolean })[];
}

/** A company's policies that belong together, as one document that can be exported, compared and copied. */
export interface PolicyPack {
  readonly key: string;
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly policies: readonly PolicyModel[];
}
