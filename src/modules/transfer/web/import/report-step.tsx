import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { apiUrl } from '#kit/api/api-client.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ImportRows } from './check/import-rows.tsx';
import { ImportCounts } from './import-counts.tsx';
import type { ImportHandle, ImportInfo } from './use-imports.ts';

/** The result: numbers, the way to the records, the rows left out, and the way back. */
export function ReportStep({ info, object, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const address = useAddress();
  const state = info.state === 'failed' || info.state === 'cancelled' || info.state === 'undone' ? info.state : 'done';
  const hasLeftOut = info.state !== 'undone' && info.errors + info.duplicates > 0;
  return (
    <>
      <section className="card card-body stack import-report">
        <h2>{t(`report.${state}`)}</h2>
        {info.problemText !== null && info.state === 'failed' && <p className="danger">{t('report.problem', { problem: info.problemText })}</p>}
        <ImportCounts info={info} />
        <div className="row wrap import-links">
          <PageLink to={address(object)} className="link-button">{t('report.open', { object: pick(object.label.many) })}</PageLink>
          {hasLeftOut && <a className="link-button" href={apiUrl(`/imports/${info.id}/failed.xlsx`)} download>{t('report.failedXlsx')}</a>}
          {hasLeftOut && <a className="link-button" href={apiUrl(`/imports/${info.id}/failed.csv`)} download>{t('report.failedCsv')}</a>}
          <PageLink to={`/imports/new/${object.key}`} className="link-button">{t('report.again')}</PageLink>
          <PageLink to="/imports" className="link-button">{t('report.toHistory')}</PageLink>
        </div>
        {info.state === 'failed' && <div><Button type="primary" onClick={() => void handle.act('resume').catch(reportProblem)}>{t('report.resume')}</Button></div>}
        {info.state !== 'undone' && <UndoImport info={info} handle={handle} />}
      </section>
      {hasLeftOut && <ImportRows info={info} object={object} states={['error', 'duplicate']} />}
      {info.kept > 0 && <ImportRows info={info} object={object} states={['kept']} />}
    </>
  );
}

/** Taking back cannot itself be taken back: it is asked once, with what it does to how many. */
export function UndoImport({ info, handle }: { info: ImportInfo; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (info.created + info.updated === 0) return null;
  const undo = () => {
    setBusy(true);
    handle.act('undo').then(() => setAsking(false), reportProblem).finally(() => setBusy(false));
  };
  const close = () => setAsking(false);
  const footer = <><Button onClick={close}>{t('report.undoKeep')}</Button><Button type="primary" danger loading={isBusy} onClick={undo}>{t('report.undoNow')}</Button></>;
  return (
    <div className="import-undo row wrap">
      <p className="small muted grow">{t('report.undoHint')}</p>
      <Button danger onClick={() => setAsking(true)}>{t('report.undo')}</Button>
      {isAsking && (
        <Dialog title={t('report.undo')} width={440} onClose={close} footer={footer}>
          <p>{t(info.updated > 0 ? 'report.undoAsk' : 'report.undoCreated', { created: formatNumber(info.created), updated: formatNumber(info.updated) })}</p>
          <p className="small muted">{t('report.undoHint')}</p>
        </Dialog>
      )}
    </div>
  );
}
