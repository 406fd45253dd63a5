import type { FactValues, PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Sheet } from '../../rules/figures.ts';

const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000) / 100);
const places = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

/** A sheet as the facts of the decision point; per cent and means with two places, as the policy's page shows them. */
export const factsOfSheet = (sheet: Sheet): FactValues => ({
  answered: sheet.answered.count, fieldOrders: sheet.fieldOrders.count, onTimePercent: percent(sheet.onTime.value), rated: sheet.satisfaction.count, satisfaction: places(sheet.satisfaction.value),
  reopened: sheet.reopened.count, escalated: sheet.escalated.count, responseMinutes: sheet.response.value === null ? null : places(sheet.response.value / 60), auditScore: places(sheet.audit.value), praise: sheet.praise.count,
});

/** Facts that a company's version does not ask for are not put to it. */
export const askedFacts = (model: PolicyModel, facts: FactValues): FactValues =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => model.facts.some((fact) => fact.name === name)));
