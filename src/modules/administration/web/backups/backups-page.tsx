import { Button } from 'antd';
import { DatabaseBackup } from 'lucide-react';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { DeclaredSettings } from '../settings/declared-settings.tsx';
import '../settings/settings.css';
import { BackupState } from './backup-state.tsx';
import './backups.css';
import { DownloadBackup } from './download-backup.tsx';
import { fileSize } from './file-size.ts';
import { type BackupView, isUnderWay, useBackups } from './use-backups.ts';

function BackupLine({ backup }: { backup: BackupView }) {
  const t = useTexts(administrationTexts);
  const format = useFormat();
  const when = format.moment(backup.createdAt);
  return (
    <li>
      <time className="backup-when" dateTime={backup.createdAt} title={format.fullMoment(backup.createdAt)}>{when}</time>
      <span className="tag backup-kind">{t(`backups.kind.${backup.kind ?? 'unknown'}`)}</span>
      <span className="backup-size">{fileSize(backup.bytes)}</span>
      <span className="grow small muted">{backup.rows !== null && t('backups.holds', { rows: formatNumber(backup.rows), files: formatNumber(backup.files ?? 0) })}</span>
      {backup.verifiedAt === null ? <span className="tag tag-hu">{t('backups.unverified')}</span> : <span className="tag tag-green" title={format.fullMoment(backup.verifiedAt)}>{t('backups.verified')}</span>}
      <DownloadBackup name={backup.name} when={when} />
    </li>
  );
}

/** Backups: does it work, what is there, make one, take one away, when and how many (PL-5). */
export default function BackupsPage() {
  const t = useTexts(administrationTexts);
  const may = useHasRight('admin.settings');
  const backups = useBackups();
  if (!may) return <AdminPage title={t('backups.title')}><EmptyState title={t('denied')} hint={t('backups.deniedHint')} /></AdminPage>;
  const { data, status } = backups.data ?? { data: [], status: undefined };
  const isBusy = isUnderWay(status?.last ?? null);
  const makeNow = (
    <Button type="primary" icon={<DatabaseBackup size={15} aria-hidden />} disabled={status === undefined || isBusy} onClick={() => void backups.makeNow().catch(reportProblem)}>
      {t('backups.now')}
    </Button>
  );
  return (
    <AdminPage title={t('backups.title')} hint={t('backups.hint')} actions={makeNow}>
      <div className="admin-column backup-column">
        {backups.error ? <ErrorState error={backups.error} onRetry={() => void backups.refetch()} /> : !status ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
          <>
            <BackupState status={status} newest={data[0]} />
            <AdminCard title={t('backups.list')} isFlush>
              {data.length === 0 ? <p className="card-body muted">{t('backups.none')}</p> : <ul className="admin-lines">{data.map((backup) => <BackupLine key={backup.name} backup={backup} />)}</ul>}
            </AdminCard>
          </>
        )}
        <DeclaredSettings only="backup" />
      </div>
    </AdminPage>
  );
}
