import { type Sql, join } from 'sql-template-tag';

/** A SELECT of one column `cost`, in CNY, of the case whose id the given SQL names. */
export type CaseCost = (caseId: Sql) => Sql;

const costs: CaseCost[] = [];

/** Called at load by modules above: what a case costs beside its remedies, reported by its cause (SE-7, SE-11). */
export const addCaseCost = (cost: CaseCost): void => {
  costs.push(cost);
};

/** The SELECTs of all modules, beside the given one. */
export const costsOfCase = (own: Sql, caseId: Sql): Sql => join([own, ...costs.map((cost) => cost(caseId))], ' UNION ALL ');
