import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { ImportHandle, ImportInfo } from '../use-imports.ts';
import { DuplicateRows } from './duplicate-rows.tsx';
import { ImportRows } from './import-rows.tsx';

export type CheckTab = 'error' | 'matched';

interface Props {
  readonly info: ImportInfo;
  readonly object: ObjectMeta;
  readonly handle: ImportHandle;
  /** Which list is open; kept by the page, since deciding about all rows checks them anew. */
  readonly tab: CheckTab | undefined;
  onTab(tab: CheckTab): void;
}

/** The third step: what would happen, what is wrong and can be corrected here, what exists already, and the start. */
export function CheckStep({ info, object, handle, tab, onTab }: Props) {
  const t = useTexts(transferTexts);
  const [isBusy, setBusy] = useState(false);
  const start = () => {
    setBusy(true);
    handle.act('start').catch(reportProblem).finally(() => setBusy(false));
  };
  const shown = tab ?? (info.errors > 0 ? 'error' : 'matched');
  const refresh = () => void handle.refetch();
  return (
    <>
      <section className="card card-body import-summary">
        <CheckCounts info={info} />
        <span className="row wrap import-summary-acts">
          <Button onClick={() => void handle.change({}).catch(reportProblem)}>{t('check.back')}</Button>
          <Button type="primary" loading={isBusy} disabled={info.created + info.updated === 0} onClick={start}>{t('check.start')}</Button>
        </span>
      </section>
      {info.errors + info.matched + info.duplicates === 0 ? <EmptyState title={t('check.clean')} hint={t('check.cleanHint')} /> : (
        <div><ChoiceBar label={t('check.which')} value={shown} onChange={onTab} options={[
          { value: 'error', label: `${t('check.onlyErrors')} ${formatNumber(info.errors)}` }, { value: 'matched', label: `${t('check.onlyDuplicates')} ${formatNumber(info.matched)}` },
        ]} /></div>
      )}
      {shown === 'error' && info.errors > 0 && <p className="small muted">{t('check.skipHint')}</p>}
      {shown === 'error' && info.errors === 0 && info.matched > 0 && <EmptyState title={t('check.noErrors')} />}
      {shown === 'error' && info.errors > 0 && <ImportRows info={info} object={object} states={['error']} onFixed={refresh} />}
      {shown === 'matched' && info.matched > 0 && <DuplicateRows info={info} object={object} handle={handle} />}
      {shown === 'matched' && info.matched === 0 && info.errors > 0 && <EmptyState title={t('check.noDuplicates')} />}
    </>
  );
}

function CheckCounts({ info }: { info: ImportInfo }) {
  const t = useTexts(transferTexts);
  return (
    <span className="row wrap grow">
      {(info.created > 0 || info.updated === 0) && <span className={`tag${info.created > 0 ? ' tag-green' : ''}`}>{t('check.ready', { n: formatNumber(info.created) })}</span>}
      {info.updated > 0 && <span className="tag tag-qing">{t('check.updates', { n: formatNumber(info.updated) })}</span>}
      {info.unchanged > 0 && <span className="tag">{t('check.same', { n: formatNumber(info.unchanged) })}</span>}
      {info.duplicates > 0 && <span className="tag tag-hu">{t('check.duplicates', { n: formatNumber(info.duplicates) })}</span>}
      {info.errors > 0 && <span className="tag tag-zhu">{t('check.errors', { n: formatNumber(info.errors) })}</span>}
    </span>
  );
}
