import { Button } from 'antd';
import { Download } from 'lucide-react';
import { apiUrl } from '#kit/api/api-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { useFreshDownload } from '../fresh-download.tsx';
import { type AuditQuery, auditParams } from './use-audit.ts';

/** The selected entries as a file. */
export function ExportTrail({ query }: { query: AuditQuery }) {
  const t = useTexts(administrationTexts);
  const { start, dialog } = useFreshDownload({ address: () => apiUrl('/audit/export', auditParams(query)), ok: t('audit.export'), hint: t('audit.exportHint') });
  return (
    <>
      <Button icon={<Download size={15} aria-hidden />} onClick={() => void start()}>{t('audit.export')}</Button>
      {dialog}
    </>
  );
}
