import { Button } from 'antd';
import type { ObjectMeta } from '#meta/view-model.ts';
import { apiUrl } from '#kit/api/api-client.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ImportCounts } from './import-counts.tsx';
import { ImportRows } from './import-rows.tsx';
import type { ImportHandle, ImportInfo } from './use-imports.ts';

/** The result: numbers, the way to the records, the rows left out, and the way back. */
export function ReportStep({ info, object, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const address = useAddress();
  const state = info.state === 'failed' || info.state === 'cancelled' || info.state === 'undone' ? info.state : 'done';
  const hasLeftOut = info.errors + info.duplicates > 0;
  const mayUndo = info.state !== 'undone' && info.created + info.updated > 0;
  return (
    <>
      <section className="card card-body stack">
        <h2>{t(`report.${state}`)}</h2>
        {info.problem && <p className="danger">{t('report.problem', { problem: info.problem })}</p>}
        <ImportCounts info={info} />
        <div className="row wrap">
          <PageLink to={address(object)} className="link-button">{t('report.open', { object: object.label.many[locale] })}</PageLink>
          {hasLeftOut && <a className="link-button" href={apiUrl(`/imports/${info.id}/failed.xlsx`)} download>{t('report.failedXlsx')}</a>}
          {hasLeftOut && <a className="link-button" href={apiUrl(`/imports/${info.id}/failed.csv`)} download>{t('report.failedCsv')}</a>}
          <PageLink to={`/imports/new/${object.key}`} className="link-button">{t('report.again')}</PageLink>
        </div>
        {info.state === 'failed' && <div><Button type="primary" onClick={() => void handle.act('resume').catch(reportProblem)}>{t('report.resume')}</Button></div>}
        {mayUndo && (
          <div className="stack">
            <p className="small muted">{t('report.undoHint')}</p>
            <div><Button onClick={() => void handle.act('undo').catch(reportProblem)}>{t('report.undo')}</Button></div>
          </div>
        )}
      </section>
      {hasLeftOut && <ImportRows info={info} object={object} states={['error', 'duplicate']} />}
      {info.kept > 0 && <ImportRows info={info} object={object} states={['kept']} />}
    </>
  );
}
