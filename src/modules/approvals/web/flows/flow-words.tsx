import { useRoleNames } from '#modules/identity/web/identity.public.tsx';
import { groupDigits } from '#kit/texts/numbers.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useApprovalTexts } from '../use-approvals.ts';
import { type Flow, type FlowCondition, type FlowKind, type FlowStep, placed } from './flow-types.ts';

/** Conditions and steps of a flow as short words. */
export function FlowWords({ kind, flow }: { kind: FlowKind; flow: Flow }) {
  const t = useApprovalTexts();
  const pick = usePick();
  const roles = useRoleNames().data ?? [];
  const roleName = (key: string): string => {
    const label = roles.find((role) => role.key === key)?.label;
    return label ? pick(label) : key;
  };
  const when = (one: FlowCondition): string => {
    if (one.kind === 'amountAbove') return t('flows.whenAmount', { amount: groupDigits(one.amount) });
    if (one.kind === 'unit') return t('flows.whenUnit', { unit: kind.units.find((unit) => unit.id === one.unit)?.name ?? '' });
    const label = kind.facts.find((fact) => fact.key === one.fact)?.label;
    return t('flows.whenFact', { fact: label ? pick(label) : one.fact, value: one.equals });
  };
  const who = ({ by }: FlowStep): string => {
    if (by.kind === 'role') return roleName(by.role);
    if (by.kind === 'manager') return t('flows.managerSteps', { n: by.levels });
    if (by.kind === 'people') return kind.people.filter((person) => by.users.includes(person.id)).map((person) => person.name).join(t('comma'));
    return t('flows.subject');
  };
  return (
    <>
      <span className="flow-parts small">
        {flow.conditions.length === 0 ? <span className="muted">{t('flows.noConditions')}</span> : placed(flow.conditions).map(({ at, item }) => <span key={at} className="tag tag-ju">{when(item)}</span>)}
      </span>
      <ol className="flow-parts">
        {placed(flow.steps).map(({ at, item: step }) => (
          <li key={at} className="tag">
            {at + 1}. {step.name ?? who(step)} · {t(`flows.${step.rule.kind}`)}{step.timeoutHours !== null && ` · ${t('flows.timeoutAfter', { hours: step.timeoutHours })}`}
          </li>
        ))}
      </ol>
    </>
  );
}
