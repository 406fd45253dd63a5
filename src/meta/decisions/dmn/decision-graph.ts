import type { DecisionTable } from '../decision-model.ts';

/** A type of a DMN file. `base` names a FEEL type or another declared type; parts make it a structure. */
export interface GraphType {
  readonly name: string;
  readonly base: string | null;
  readonly isCollection: boolean;
  /** Unary tests that each single value has to pass. */
  readonly allowed: string | null;
  readonly parts: readonly GraphType[];
}

/** A decision table with what DMN says beyond ours. */
export interface GraphTable {
  readonly kind: 'table';
  readonly table: DecisionTable;
  readonly inputsAllowed: readonly (string | null)[];
  readonly outputsAllowed: readonly (string | null)[];
  /** A table with one output gives its value; one with more gives them by name. */
  readonly isSingle: boolean;
}

export type GraphLogic = GraphTable | { readonly kind: 'expression'; readonly text: string };

export interface GraphInput {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
}

export interface GraphDecision extends GraphInput {
  readonly logic: GraphLogic | null;
  /** Ids of the inputs and decisions whose values it reads. */
  readonly needs: readonly string[];
  /** Ids of the functions that it calls. */
  readonly calls: readonly string[];
}

/** A business knowledge model: a function of its parameters. */
export interface GraphFunction extends GraphInput {
  readonly parameters: readonly { readonly name: string; readonly type: string | null }[];
  readonly logic: GraphLogic | null;
  readonly calls: readonly string[];
}

/** A DMN file as what it decides (PL-40): any names, any structure of requirements. */
export interface DecisionGraph {
  readonly name: string;
  readonly types: readonly GraphType[];
  readonly inputs: readonly GraphInput[];
  readonly decisions: readonly GraphDecision[];
  readonly functions: readonly GraphFunction[];
}
