import { useNavigate, useParams } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { apiUrl } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ImportFrame } from './import-frame.tsx';
import { uploadFile } from './use-imports.ts';

/** A file that is no table is explained in the server's own words. */
function explain(error: unknown): void {
  const detail = isProblem(error) ? error.extra['detail'] : undefined;
  if (typeof detail === 'string') showToast(detail, { tone: 'bad' });
  else reportProblem(error);
}

/** The first step: one file, dropped or chosen (UX-9). */
export default function ImportUploadPage() {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { object: key = 'customer' }: { object?: string } = useParams({ strict: false });
  const object = useFindObject()(key);
  const label = object?.label.one[locale] ?? key;
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string>();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file || busy !== undefined) return;
    setBusy(file.name);
    uploadFile(key, file).then((draft) => navigate({ to: `/imports/${draft.id}` }), explain).finally(() => setBusy(undefined));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  if (object?.grants.import === undefined || object.writes !== 'records') {
    return <div className="page"><EmptyState title={t('upload.forbidden', { object: label })} hint={t('upload.forbiddenHint')} actions={<PageLink to="/imports">{t('history')}</PageLink>} /></div>;
  }
  return (
    <ImportFrame title={t('newImport', { object: label })} step="upload">
      <button type="button" className={`drop-zone${isOver ? ' is-over' : ''}`} disabled={busy !== undefined} onClick={() => input.current?.click()}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <FileUp size={28} aria-hidden />
        <strong>{busy === undefined ? t('upload.drop') : t('upload.busy', { name: busy })}</strong>
        <span className="small muted">{t('upload.hint')}</span>
      </button>
      <input ref={input} type="file" className="visually-hidden" tabIndex={-1} aria-label={t('upload.drop')} accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
      <p className="small"><a className="import-link" href={apiUrl('/imports/template', { object: key })} download>{t('template')}</a> <span className="muted">{t('templateHint')}</span></p>
    </ImportFrame>
  );
}
