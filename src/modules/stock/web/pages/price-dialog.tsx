import { Button, Input } from 'antd';
import { FileUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Field } from '../unit/form-parts.tsx';
import { type Board, useRefreshStock, useStockTexts } from '../use-stock.ts';
import { type ReadPrices, decodeText, readPrices } from './price-lines.ts';

type Way = 'percent' | 'list';

/** In hundreds of yuan. */
const raised = (price: string | null, percent: string): string => String(Math.round((Number(price) * (1 + Number(percent) / 100)) / 100) * 100);

/** A new version of a project's prices: all units on sale by one percentage, or unit by unit out of a spreadsheet. */
export function PriceDialog({ board, onClose }: { readonly board: Board; onClose(): void }) {
  const t = useStockTexts();
  const format = useFormat();
  const refresh = useRefreshStock();
  const { isBusy, error, run } = useSubmit();
  const [name, setName] = useState('');
  const [effectiveOn, setDay] = useState(() => format.today());
  const [way, setWay] = useState<Way>('percent');
  const [percent, setPercent] = useState('');
  const [text, setText] = useState('');
  const units = board.units.filter((unit) => unit.status === 'available' && unit.price !== null);
  const read = readPrices(text, board.units);
  const isPercent = /^[-+]?\d+(\.\d+)?$/.test(percent) && Number(percent) > -100;
  const lines = way === 'list' ? read.lines : isPercent ? units.map((unit) => ({ unit: unit.id, price: raised(unit.price, percent) })) : [];
  const isReady = name.trim() !== '' && effectiveOn !== '' && lines.length > 0;
  const save = async () => {
    const done = await run(() => call('POST /stock/price-lists', { body: { project: board.project, name: name.trim(), effectiveOn, lines: [...lines] } }));
    if (!done) return;
    refresh();
    showToast(t('prices.done'));
    onClose();
  };
  return (
    <Dialog width={520} title={t('prices.title')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void save()}>{t('prices.save')}</Button></>}>
      <div className="stack">
        <div className="admin-two">
          <Field label={t('prices.name')} value={name} max={80} onChange={setName} />
          <Field label={t('prices.effectiveOn')} kind="date" value={effectiveOn} onChange={setDay} />
        </div>
        <ChoiceBar label={t('prices.way')} isWide value={way} onChange={(next: Way) => setWay(next)} options={[{ value: 'percent', label: t('prices.byPercent') }, { value: 'list', label: t('prices.byList') }]} />
        {way === 'percent'
          ? <Field label={t('prices.percent')} value={percent} max={8} hint={`${t('prices.count', { count: units.length })} · ${t('prices.hint')}`} onChange={setPercent} />
          : <PriceText text={text} read={read} onChange={setText} />}
        {error !== '' && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}

function PriceText({ text, read, onChange }: { readonly text: string; readonly read: ReadPrices; onChange(text: string): void }) {
  const t = useStockTexts();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined) => {
    if (chosen) onChange(decodeText(await chosen.arrayBuffer()));
  };
  return (
    <div className="admin-field">
      <label htmlFor={id}>{t('prices.list')}</label>
      <Input.TextArea id={id} value={text} maxLength={2_000_000} autoSize={{ minRows: 5, maxRows: 12 }} placeholder={'1-101\t872900\n1-102\t1084200'} onChange={(event) => onChange(event.target.value)} />
      <p className="small muted">{t('prices.listHint')}</p>
      <div className="row wrap">
        <Button size="small" icon={<FileUp size={13} aria-hidden />} onClick={() => file.current?.click()}>{t('prices.file')}</Button>
        <input ref={file} type="file" hidden accept=".csv,.txt,.tsv" onChange={(event) => void take(event.target.files?.[0])} />
        {text.trim() !== '' && <span className={read.lines.length > 0 ? 'tag tag-green' : 'tag tag-zhu'} role="status">{t('prices.found', { count: read.lines.length })}</span>}
        {read.kept > 0 && <span className="tag">{t('prices.kept', { count: read.kept })}</span>}
      </div>
      {read.unknown.length > 0 && <p className="small danger">{t('prices.unknown', { count: read.unknown.length, lines: read.unknown.slice(0, 3).join(' | ') })}</p>}
    </div>
  );
}
