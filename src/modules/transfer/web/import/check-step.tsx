import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ImportRows } from './import-rows.tsx';
import type { ImportHandle, ImportInfo } from './use-imports.ts';

/** The third step: what would happen, what is wrong and can be corrected here, and the start. */
export function CheckStep({ info, object, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const [isBusy, setBusy] = useState(false);
  const isClean = info.errors + info.duplicates === 0;
  const start = () => {
    setBusy(true);
    handle.act('start').catch(reportProblem).finally(() => setBusy(false));
  };
  const back = () => void handle.change({}).catch(reportProblem);
  return (
    <>
      <section className="card card-body row wrap">
        <span className="tag tag-green">{t('check.ready', { n: info.created })}</span>
        {info.updated > 0 && <span className="tag tag-qing">{t('check.updates', { n: info.updated })}</span>}
        {info.unchanged > 0 && <span className="tag">{t('check.same', { n: info.unchanged })}</span>}
        {info.duplicates > 0 && <span className="tag tag-hu">{t('check.duplicates', { n: info.duplicates })}</span>}
        {info.errors > 0 && <span className="tag tag-zhu">{t('check.errors', { n: info.errors })}</span>}
        <span className="grow" />
        <Button onClick={back}>{t('check.back')}</Button>
        <Button type="primary" loading={isBusy} disabled={info.created + info.updated === 0} onClick={start}>{t('check.start')}</Button>
      </section>
      {info.errors > 0 && <p className="small muted">{t('check.skipHint')}</p>}
      {isClean ? <EmptyState title={t('check.clean')} hint={t('check.cleanHint')} />
        : <ImportRows info={info} object={object} states={['error', 'duplicate']} onFixed={() => void handle.refetch()} />}
    </>
  );
}
