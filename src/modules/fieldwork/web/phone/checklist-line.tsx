import { Input } from 'antd';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { isMissed, reportGaps } from '../../rules/order-report.ts';
import { type ChecklistItem, type KeptAnswer, type OrderPhoto, itemOf, valueOf } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { PhotoRow } from './photo-row.tsx';
import { SignatureBox } from './signature-box.tsx';

interface LineProps {
  readonly item: ChecklistItem;
  readonly at: number;
  readonly answer: KeptAnswer | undefined;
  readonly photos: readonly OrderPhoto[];
  /** Marked because something of it is missing. */
  readonly isMarked: boolean;
  onAnswer(answer: KeptAnswer): void;
  onPhotos(add: readonly OrderPhoto[], remove?: string): void;
}

/** What is answered, by the kind of the item: large buttons, a number with its unit, words. */
function LineAnswer({ item, text, answer, onAnswer }: Pick<LineProps, 'item' | 'answer' | 'onAnswer'> & { readonly text: string }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const value = answer?.value;
  const set = (next: string) => onAnswer({ comment: answer?.comment ?? '', value: next });
  // What a device kept from before there were kinds is a tick.
  const kind: ChecklistItem['kind'] | undefined = item.kind;
  if (kind === 'number') {
    const range = [item.min ?? '', item.max ?? ''].join('–');
    return (
      <div className="order-number">
        <Input aria-label={text} inputMode="decimal" value={value ?? ''} onChange={(event) => { const typed = event.target.value.normalize('NFKC').trim(); if (/^-?\d{0,9}(\.\d{0,4})?$/.test(typed)) set(typed); }} />
        <span className="muted">{item.unit}{range !== '–' && <span className="small">{item.unit !== undefined && ' · '}{t('order.range', { range })}</span>}</span>
      </div>
    );
  }
  if (kind === 'text') return <Input.TextArea aria-label={text} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2_000} value={value ?? ''} onChange={(event) => set(event.target.value)} />;
  if (kind === 'photo' || kind === 'signature') return null;
  const choices = kind === 'choice' ? (item.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) })) : (['yes', 'no'] as const).map((each) => ({ value: each, label: t(`order.${each}`) }));
  return (
    <div className={`order-choices${choices.length > 3 ? ' is-many' : ''}`} role="group" aria-label={text}>
      {choices.map((choice) => <button key={choice.value} type="button" aria-pressed={value === choice.value} onClick={() => set(choice.value)}>{choice.label}</button>)}
    </div>
  );
}

/** What an item still misses, with its words; undefined where nothing does. */
function useGap({ item, answer, photos }: Pick<LineProps, 'item' | 'answer' | 'photos'>) {
  const t = useFieldworkTexts();
  // What a device kept from before there were kinds is a tick.
  const asked = { ...item, kind: (item.kind as ChecklistItem['kind'] | undefined) ?? 'tick' };
  const value = valueOf(item, answer, photos.length);
  const [gap] = reportGaps([asked], value === undefined ? [] : [{ key: item.key, value, comment: answer?.comment ?? '', photos: photos.length }]);
  const words = { value: t(item.kind === 'number' || item.kind === 'text' ? 'order.fillIn' : 'order.missing'), comment: t('order.needsComment'), photos: t(item.kind === 'signature' ? 'order.needsSignature' : 'order.needsPhoto') };
  return { value, isBad: value !== undefined && isMissed(asked, value), gap: gap && words[gap.part] };
}

/** One line of the checklist: its answer, the reason where something was not kept, pictures where they are asked for. */
export function ChecklistLine({ item, at, answer, photos, isMarked, onAnswer, onPhotos }: LineProps) {
  const t = useFieldworkTexts();
  const text = usePick()(item.label);
  const comment = answer?.comment ?? '';
  const { value, isBad, gap } = useGap({ item, answer, photos });
  const showsPhotos = item.kind === 'photo' || (item.kind !== 'signature' && (item.needsPhoto || photos.length > 0));
  return (
    <li className="order-item" id={`order-${item.key}`} tabIndex={-1}>
      <p className="order-text"><span className="order-at">{at}</span>{text}{!item.isRequired && <span className="small muted"> {t('order.optional')}</span>}</p>
      <LineAnswer item={item} text={text} answer={answer} onAnswer={onAnswer} />
      {item.kind === 'signature' && <SignatureBox signature={photos.at(-1)} onSigned={(signature) => onPhotos(signature ? [{ ...signature, of: itemOf(item.key), name: `${item.key}.png` }] : [], photos.at(-1)?.key)} />}
      {isBad && <Input.TextArea aria-label={t('order.whyOf', { item: text })} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2_000} placeholder={t(item.kind === 'number' ? 'order.whyRange' : 'order.why')} value={comment} onChange={(event) => onAnswer({ value: answer?.value ?? '', comment: event.target.value })} />}
      {showsPhotos && <PhotoRow of={itemOf(item.key)} mark={item.key} text={text} photos={photos} onPhotos={onPhotos} />}
      {gap !== undefined && (value !== undefined || isMarked) && <p className={`small ${isMarked ? 'danger' : 'muted'}`} role={isMarked ? 'alert' : undefined}>{gap}</p>}
    </li>
  );
}
