import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { newId } from '#kernel/ids.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { type RoundGap, visitOutcomes } from '../../rules/inspection.ts';
import type { KeptFinding, KeptRound, KeptVisit, VisitOutcome } from '../kept/kept-round.ts';
import { PhotoRow } from '../phone/photo-row.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { RoundSheet } from '../use-rounds.ts';
import type { ChangeRound } from './use-round-draft.ts';

interface CardProps {
  readonly place: RoundSheet['places'][number];
  readonly at: number;
  readonly draft: KeptRound;
  readonly gap: RoundGap['part'] | undefined;
  readonly isMarked: boolean;
  readonly change: ChangeRound;
}

const begun: KeptVisit = { way: 'list', outcome: null, reason: '' };

/** One finding: words, a photo, whether it is urgent. It becomes one case. */
function FindingPart({ finding, name, isOnly, draft, change }: { readonly finding: KeptFinding; readonly name: string; readonly isOnly: boolean } & Pick<CardProps, 'draft' | 'change'>) {
  const t = useFieldworkTexts();
  const { key, text, isUrgent } = finding;
  const set = (part: Partial<KeptFinding>) => change((old) => ({ findings: old.findings.map((each) => (each.key === key ? { ...each, ...part } : each)) }));
  const remove = () => change((old) => ({ findings: old.findings.filter((each) => each.key !== key), photos: old.photos.filter(({ of }) => of !== key) }));
  return (
    <div className="round-finding">
      <Input.TextArea aria-label={t('rounds.whatAt', { point: name })} placeholder={t('rounds.what')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} value={text} onChange={(event) => set({ text: event.target.value })} />
      <PhotoRow of={key} mark={key} text={name} photos={draft.photos.filter(({ of }) => of === key)} onPhotos={(added, removed) => change((old) => ({ photos: [...old.photos.filter((photo) => photo.key !== removed), ...added] }))} />
      <div className="row wrap">
        <label className="row order-check grow"><input type="checkbox" checked={isUrgent} onChange={(event) => set({ isUrgent: event.target.checked })} />{t('rounds.urgent')}</label>
        {!isOnly && <Button icon={<X size={16} aria-hidden />} onClick={remove}>{t('rounds.removeFinding')}</Button>}
      </div>
    </div>
  );
}

/** One point of the round: fine, something found, or not to be reached (SE-11). */
export function PointCard({ place, at, draft, gap, isMarked, change }: CardProps) {
  const t = useFieldworkTexts();
  const name = usePick()({ 'zh-CN': place.name, en: place.nameEn });
  const visit = draft.visits[place.id];
  const findings = draft.findings.filter(({ point }) => point === place.id);
  const set = (part: Partial<KeptVisit>) => change((old) => ({ visits: { ...old.visits, [place.id]: { ...(old.visits[place.id] ?? begun), ...part } } }));
  const add = () => change((old) => ({ findings: [...old.findings, { key: newId(), point: place.id, text: '', isUrgent: false }] }));
  const choose = (outcome: VisitOutcome) => {
    set({ outcome });
    if (outcome === 'finding' && findings.length === 0) add();
  };
  return (
    <li className="order-item" id={`order-${place.id}`} tabIndex={-1}>
      <p className="order-text"><span className="order-at">{at}</span>{name} <span className="small muted mono round-sign">{place.code}</span>{visit?.way === 'code' && <span className="tag tag-qing">{t('rounds.byCode')}</span>}</p>
      <div className="order-choices" role="group" aria-label={name}>
        {visitOutcomes.map((outcome) => <button key={outcome} type="button" aria-pressed={visit?.outcome === outcome} onClick={() => choose(outcome)}>{t(`rounds.${outcome}`)}</button>)}
      </div>
      {visit?.outcome === 'unreachable' && <Input.TextArea aria-label={t('rounds.reasonOf', { point: name })} placeholder={t('rounds.reason')} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} value={visit.reason} onChange={(event) => set({ reason: event.target.value })} />}
      {visit?.outcome === 'finding' && findings.map((finding) => <FindingPart key={finding.key} finding={finding} name={name} isOnly={findings.length === 1} draft={draft} change={change} />)}
      {visit?.outcome === 'finding' && <Button className="round-more" type="link" icon={<Plus size={16} aria-hidden />} onClick={add}>{t('rounds.another')}</Button>}
      {gap !== undefined && (gap !== 'visit' || isMarked) && <p className={`small ${isMarked ? 'danger' : 'muted'}`} role={isMarked ? 'alert' : undefined}>{t(`rounds.gap.${gap}`)}</p>}
    </li>
  );
}
