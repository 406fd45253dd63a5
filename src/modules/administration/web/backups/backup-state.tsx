import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { fileSize } from './file-size.ts';
import { type BackupStatus, type BackupView, type LastRun, isUnderWay } from './use-backups.ts';

function Running({ run }: { run: LastRun }) {
  const t = useTexts(administrationTexts);
  const share = run.total === null || run.total === 0 ? undefined : Math.min(1, run.done / run.total);
  return (
    <div className="backup-running" role="status">
      <span>{run.error === null ? t('backups.running') : t('backups.again')}</span>
      <progress max={1} {...(share === undefined ? {} : { value: share })} aria-label={t('jobs.progress')} />
    </div>
  );
}

function Failure({ text }: { text: string }) {
  const t = useTexts(administrationTexts);
  return <div className="backup-failed" role="alert"><strong>{t('backups.failed')}</strong><p>{text}</p></div>;
}

/** What matters at a glance: does it work, when is the next one, where do they lie, what opens them. */
export function BackupState({ status, newest }: { status: BackupStatus; newest: BackupView | undefined }) {
  const t = useTexts(administrationTexts);
  const format = useFormat();
  const { last } = status;
  const failure = status.problem ?? (last !== null && last.error !== null && last.state !== 'done' && last.state !== 'cancelled' ? last.error : null);
  const facts = [
    [t('backups.newest'), newest === undefined ? t('backups.never') : format.moment(newest.createdAt)],
    [t('backups.next'), status.nextAt === null ? t('backups.off') : format.fullMoment(status.nextAt)],
    [t('backups.folder'), status.folder],
    [t('backups.free'), status.freeBytes === null ? t('backups.unknown') : fileSize(status.freeBytes)],
  ] as const;
  return (
    <AdminCard title={t('backups.state')}>
      <div className="stack">
        {failure !== null && <Failure text={failure} />}
        {failure === null && status.isLate && <p className="backup-failed" role="alert">{t('backups.late')}</p>}
        {isUnderWay(last) && <Running run={last} />}
        <dl className="backup-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <p className="small muted">{t(status.lockedBy === 'secret' ? 'backups.lockedBySecret' : 'backups.lockedByPassphrase')} {t('backups.restoreHint')}</p>
      </div>
    </AdminCard>
  );
}
