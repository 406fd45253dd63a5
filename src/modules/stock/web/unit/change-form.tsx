import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { Why } from '#kit/why/why.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { type BoardUnit, inWan, useRefreshStock, useStockTexts, yuan } from '../use-stock.ts';
import { Field, FormFoot } from './form-parts.tsx';

const kinds = ['exchange', 'rename', 'default', 'refund'] as const;
type Kind = (typeof kinds)[number];
const outcomes = ['allowed', 'fee', 'retention', 'approval', 'notice', 'breach', 'refused'] as const;

interface Said {
  readonly outcome: string;
  readonly clause: string | null;
  readonly decision: string;
  readonly fee: string | null;
}

interface ChangeProps {
  readonly subscription: string;
  /** Units that are for sale, for an exchange. */
  readonly units: readonly BoardUnit[];
  onDone(): void;
}

const refusedBy = (error: unknown): Said | undefined => {
  if (!isProblem(error, 'stock.refused')) return undefined;
  const { decision, clause } = error.extra;
  return { outcome: 'refused', decision: typeof decision === 'string' ? decision : '', clause: typeof clause === 'string' ? clause : null, fee: null };
};

/** Asks for an after-sale change; the policy's answer stands there with its clause (RE-42). */
export function ChangeForm({ subscription, units, onDone }: ChangeProps) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const [kind, setKind] = useState<Kind>('exchange');
  const [texts, setTexts] = useState({ reason: '', retention: '', buyers: '' });
  const [newSaleUnit, setUnit] = useState<string>();
  const [newCustomer, setCustomer] = useState<NamedRef>();
  const [isException, setException] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part });
  const ask = async () => {
    setBusy(true);
    const more = {
      ...(kind === 'exchange' && newSaleUnit !== undefined && { newSaleUnit }), ...(kind === 'rename' && newCustomer && { newCustomer: newCustomer.id }),
      ...(kind === 'rename' && texts.buyers.trim() !== '' && { buyers: texts.buyers.trim() }), ...(kind === 'refund' && texts.retention.trim() !== '' && { retention: texts.retention.trim() }), ...(kind === 'refund' && { isException }),
    };
    try {
      const answer: CallAnswer<'POST /stock/subscriptions/{id}/changes'> = await call('POST /stock/subscriptions/{id}/changes', { params: { id: subscription }, body: { kind, reason: texts.reason.trim(), ...more } });
      setSaid(answer);
    } catch (error) {
      const refusal = refusedBy(error);
      if (refusal) setSaid(refusal);
      else reportProblem(error);
    } finally {
      setBusy(false);
      refresh();
    }
  };
  const isReady = texts.reason.trim() !== '' && (kind !== 'exchange' || newSaleUnit !== undefined) && (kind !== 'rename' || newCustomer !== undefined || texts.buyers.trim() !== '');
  return (
    <div className="stock-drawer">
      <ChoiceBar label={t('change.kind')} isWide value={kind} onChange={(next: Kind) => { setKind(next); setSaid(undefined); }} options={kinds.map((value) => ({ value, label: t(`change.kinds.${value}`) }))} />
      {kind === 'exchange' && (
        <Select
          aria-label={t('change.newUnit')} placeholder={t('change.newUnit')} showSearch={{ optionFilterProp: 'label' }} value={newSaleUnit ?? null} style={{ width: '100%' }} onChange={(value: string | null) => setUnit(value ?? undefined)}
          options={units.map((unit) => ({ value: unit.id, label: `${unit.code} · ${unit.layout ?? ''} ${unit.area} ㎡ · ${t('unit.grade')} ${unit.grade} · ${unit.price === null ? '' : t('board.wan', { value: inWan(unit.price) })}` }))}
        />
      )}
      {kind === 'rename' && (
        <>
          <Field label={t('change.buyers')} value={texts.buyers} onChange={(buyers) => set({ buyers })} />
          <RecordPicker target="customer" label={t('change.newCustomer')} placeholder={t('change.newCustomer')} value={newCustomer} onChange={setCustomer} />
        </>
      )}
      <Field label={t('change.reason')} kind="long" value={texts.reason} onChange={(reason) => set({ reason })} />
      {kind === 'refund' && <Field label={t('change.retention')} kind="long" hint={t('change.retentionHint')} value={texts.retention} onChange={(retention) => set({ retention })} />}
      {kind === 'refund' && <Checkbox checked={isException} onChange={(event) => setException(event.target.checked)}>{t('change.exception')}</Checkbox>}
      <FormFoot label={t('change.ask')} isBusy={isBusy} isReady={isReady} error="" onSave={() => void ask()} onCancel={onDone}>{said && <Answer said={said} />}</FormFoot>
    </div>
  );
}

function Answer({ said }: { readonly said: Said }) {
  const t = useStockTexts();
  const outcome = outcomes.find((each) => each === said.outcome) ?? 'refused';
  const words = outcome === 'refused' ? t('change.refused', { clause: said.clause ?? '' }) : t(`change.outcomes.${outcome}`, { fee: said.fee === null ? '' : yuan(said.fee) });
  return <p className={`stock-note row wrap${outcome === 'refused' ? ' is-no' : ''}`} role="status"><span className="grow">{words}</span>{said.decision !== '' && <Why decision={said.decision} clause={said.clause} />}</p>;
}
