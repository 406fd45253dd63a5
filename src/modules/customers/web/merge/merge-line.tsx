import type { ReactNode } from 'react';
import { FieldValue } from '#kit/field/field-value.tsx';
import { isBlank } from '#kit/field/field-props.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import type { MergePreview, MergeProposal, MergeSource } from './merge-model.ts';

interface LineProps {
  readonly object: ObjectMeta;
  readonly preview: MergePreview;
  readonly proposal: MergeProposal;
  readonly value: MergeSource;
  onChange(source: MergeSource): void;
}

const whyKeys = { same: 'merge.whySame', 'only-one': 'merge.whyOnly', verified: 'merge.whyVerified', newer: 'merge.whyNewer', united: 'merge.whyUnited', kept: 'merge.whyKept' } as const;

/** One field: its value on both sides, and whose stays. Radio buttons of the browser, so that arrow keys work. */
export function MergeLine({ object, preview, proposal, value, onChange }: LineProps) {
  const t = useQualityTexts();
  const pick = usePick();
  const field = fieldOf(object, proposal.field);
  if (field === undefined) return null;
  const label = pick(field.label);
  const sides = [{ source: 'survivor', record: preview.survivor }, { source: 'loser', record: preview.loser }] as const;
  const canUnite = field.type === 'multiChoice' || field.type === 'multiReference';
  const option = (source: MergeSource, content: ReactNode) => (
    <label key={source} className={`merge-option${value === source ? ' is-chosen' : ''}`}>
      <input type="radio" name={`merge-${proposal.field}`} checked={value === source} disabled={!proposal.isChoosable} onChange={() => onChange(source)} />
      <span className="merge-value">{content}</span>
    </label>
  );
  return (
    <fieldset className="merge-line">
      <legend>{label}<span className="small faint"> {t(whyKeys[proposal.why])}</span></legend>
      {sides.map(({ source, record }) => option(source, (
        <>
          <span className="merge-side small faint">{t(source === 'survivor' ? 'merge.survivor' : 'merge.loser')}</span>
          {isBlank(record[field.key]) ? <span className="faint">{t('merge.empty')}</span> : <FieldValue object={object} field={field} value={record[field.key]} record={record} isCell />}
        </>
      )))}
      {canUnite && option('union', t('merge.both'))}
    </fieldset>
  );
}
