import { Button, InputNumber, Select } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { NamedRef } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { RecordPicker, useRoleNames } from '#modules/identity/web/identity.public.tsx';
import { useApprovalTexts } from '../use-approvals.ts';
import type { FlowKind, FlowStep } from './flow-types.ts';

type By = FlowStep['by'];

interface StepBoxProps {
  readonly kind: FlowKind;
  readonly step: FlowStep;
  readonly number: number;
  readonly count: number;
  /** Undefined removes it. */
  onChange(next: FlowStep | undefined): void;
  onMove(by: -1 | 1): void;
}

function PeopleChoice({ known, users, onChange }: { known: readonly NamedRef[]; users: readonly string[]; onChange: (users: string[]) => void }) {
  const t = useApprovalTexts();
  const [names, setNames] = useState(known);
  const add = (person: NamedRef | undefined) => {
    if (!person) return;
    setNames((now) => [...now, person]);
    onChange([...new Set([...users, person.id])]);
  };
  return (
    <div className="stack">
      <div className="flow-parts">
        {users.map((id) => {
          const name = names.find((person) => person.id === id)?.name ?? '';
          return <span key={id} className="tag">{name}<button type="button" className="link-button" aria-label={`${t('flows.removeItem')} ${name}`} onClick={() => onChange(users.filter((user) => user !== id))}><X size={13} aria-hidden /></button></span>;
        })}
      </div>
      <RecordPicker target="user" label={t('flows.person')} placeholder={t('flows.person')} value={undefined} without={users} onChange={add} />
    </div>
  );
}

function WhoDecides({ kind, by, onChange }: { kind: FlowKind; by: By; onChange: (by: By) => void }) {
  const t = useApprovalTexts();
  const pick = usePick();
  const roles = useRoleNames().data ?? [];
  const start: Readonly<Record<By['kind'], By>> = {
    manager: { kind: 'manager', levels: 1 }, role: { kind: 'role', role: roles[0]?.key ?? '' }, people: { kind: 'people', users: [] }, subject: { kind: 'subject' },
  };
  const choices: By['kind'][] = ['manager', 'role', 'people', ...(kind.hasSubjectSigners ? ['subject' as const] : [])];
  return (
    <>
      <div className="admin-field">
        <label>{t('flows.who')}</label>
        <Select aria-label={t('flows.who')} value={by.kind} onChange={(key: By['kind']) => onChange(start[key])} options={choices.map((value) => ({ value, label: t(`flows.${value}`) }))} />
      </div>
      {by.kind === 'manager' && <Select aria-label={t('flows.levels')} value={by.levels} onChange={(levels: number) => onChange({ kind: 'manager', levels })} options={[1, 2, 3, 4, 5, 6].map((n) => ({ value: n, label: t('flows.levelsValue', { n }) }))} />}
      {by.kind === 'role' && <Select aria-label={t('flows.role')} value={by.role} onChange={(role: string) => onChange({ kind: 'role', role })} options={roles.map((role) => ({ value: role.key, label: pick(role.label) }))} />}
      {by.kind === 'people' && <PeopleChoice known={kind.people} users={by.users} onChange={(users) => onChange({ kind: 'people', users })} />}
    </>
  );
}

function HowPassed({ rule, onChange }: { rule: FlowStep['rule']; onChange: (rule: FlowStep['rule']) => void }) {
  const t = useApprovalTexts();
  const choose = (kind: FlowStep['rule']['kind']) => onChange(kind === 'vote' ? { kind, quorum: 3, majority: 'simple' } : { kind });
  return (
    <>
      <div className="admin-field">
        <label>{t('flows.how')}</label>
        <Select aria-label={t('flows.how')} value={rule.kind} onChange={choose} options={(['any', 'all', 'vote'] as const).map((value) => ({ value, label: t(`flows.${value}`) }))} />
      </div>
      {rule.kind === 'vote' && (
        <div className="admin-two">
          <div className="admin-field"><label>{t('flows.quorum')}</label><InputNumber aria-label={t('flows.quorum')} min={1} max={50} value={rule.quorum} onChange={(quorum) => onChange({ ...rule, quorum: quorum ?? 1 })} /></div>
          <div className="admin-field">
            <label>{t('flows.majority')}</label>
            <Select
              aria-label={t('flows.majority')} value={rule.majority} onChange={(majority: typeof rule.majority) => onChange({ ...rule, majority })}
              options={(['simple', 'twoThirds', 'everyone'] as const).map((value) => ({ value, label: t(`flows.${value}`) }))}
            />
          </div>
        </div>
      )}
    </>
  );
}

/** One step: who decides, when it is approved, what happens when nobody does. */
export function StepBox({ kind, step, number, count, onChange, onMove }: StepBoxProps) {
  const t = useApprovalTexts();
  return (
    <div className="flow-step-box" role="group" aria-label={t('flows.step', { n: number })}>
      <div className="row">
        <b className="grow">{t('flows.step', { n: number })}</b>
        <Button size="small" disabled={number === 1} aria-label={t('flows.up')} icon={<ArrowUp size={14} aria-hidden />} onClick={() => onMove(-1)} />
        <Button size="small" disabled={number === count} aria-label={t('flows.down')} icon={<ArrowDown size={14} aria-hidden />} onClick={() => onMove(1)} />
        <Button size="small" disabled={count === 1} aria-label={t('flows.removeStep')} icon={<X size={14} aria-hidden />} onClick={() => onChange(undefined)} />
      </div>
      <WhoDecides kind={kind} by={step.by} onChange={(by) => onChange({ ...step, by })} />
      <HowPassed rule={step.rule} onChange={(rule) => onChange({ ...step, rule })} />
      <div className="admin-field">
        <label>{t('flows.timeout')}</label>
        <InputNumber aria-label={t('flows.timeout')} min={1} max={2160} value={step.timeoutHours} onChange={(hours) => onChange({ ...step, timeoutHours: hours ?? null })} />
      </div>
    </div>
  );
}
