import { Button } from 'antd';
import type { ObjectMeta } from '#meta/view-model.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ImportCounts } from './import-counts.tsx';
import { UndoImport } from './report-step.tsx';
import type { ImportHandle, ImportInfo } from './use-imports.ts';

/** How far the work is, live; the page may be left. */
export function ProgressStep({ info, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const isUndo = info.state === 'undoing';
  const total = isUndo ? info.created + info.updated : info.rowCount;
  const done = isUndo ? Math.max(0, info.created + info.updated - info.rowsDone) : info.rowsDone;
  const act = (verb: 'pause' | 'resume' | 'cancel') => void handle.act(verb).catch(reportProblem);
  const state = info.state === 'paused' || info.state === 'undoing' || info.state === 'checking' ? info.state : 'running';
  const share = total === null || total === 0 ? undefined : Math.min(100, Math.floor((done / total) * 100));
  return (
    <section className="card card-body stack import-progress">
      <div className="row wrap"><strong className="grow" role="status">{t(`run.${state}`)}</strong>
        <span className="number muted">{total === null ? t('run.done', { done: formatNumber(done) }) : t('run.of', { done: formatNumber(Math.min(done, total)), total: formatNumber(total) })}{share !== undefined && ` · ${share}%`}</span>
      </div>
      <progress className="import-bar" aria-label={t(`run.${state}`)} {...(total === null ? {} : { max: Math.max(1, total), value: Math.min(done, total) })} />
      {!isUndo && <ImportCounts info={info} />}
      <p className="small muted">{info.state === 'paused' ? t('run.pausedHint') : t('run.leave')}</p>
      {!isUndo && (
        <div className="row wrap">
          {info.state === 'running' && <Button onClick={() => act('pause')}>{t('run.pause')}</Button>}
          {info.state === 'paused' && <Button type="primary" onClick={() => act('resume')}>{t('run.resume')}</Button>}
          <Button onClick={() => act('cancel')}>{t('run.cancel')}</Button>
        </div>
      )}
      {info.state === 'paused' && <UndoImport info={info} handle={handle} />}
    </section>
  );
}
