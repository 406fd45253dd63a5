import { Download } from 'lucide-react';
import { apiUrl } from '#kit/api/api-client.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { useFreshDownload } from '../fresh-download.tsx';

/** Takes one backup away. */
export function DownloadBackup({ name, when }: { name: string; when: string }) {
  const t = useTexts(administrationTexts);
  const { start, dialog } = useFreshDownload({ address: () => apiUrl(`/backups/${name}/file`), ok: t('backups.download'), hint: t('backups.downloadHint') });
  return (
    <>
      <button type="button" className="plain-button" aria-label={t('backups.downloadOf', { when })} onClick={() => void start().catch(reportProblem)}><Download size={15} aria-hidden /> {t('backups.download')}</button>
      {dialog}
    </>
  );
}
