import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useMailTexts } from '../use-mail-texts.ts';
import { type DoubtedCertificate, DoubtedPanel, PinnedCertificate } from './certificate-panel.tsx';
import { KeptMails } from './kept-mails.tsx';
import { MailboxForm, type MailboxView } from './mailbox-form.tsx';
import '../mailboxes.css';

const KEY = ['admin', 'mailboxes'];

interface CardProps {
  readonly box: MailboxView;
  onEdit(): void;
  onRemove(): void;
  onChanged(words: string): void;
}

function StateTag({ box }: { box: MailboxView }) {
  const t = useMailTexts();
  const format = useFormat();
  if (!box.isActive) return <span className="tag">{t('off')}</span>;
  if (box.failingSince !== null) return <span className="tag tag-zhu">{t('failing', { since: format.moment(box.failingSince) })}</span>;
  return box.lookedAt === null ? null : <span className="tag tag-green">{t('fine')}</span>;
}

function MailboxCard({ box, onEdit, onRemove, onChanged }: CardProps) {
  const t = useMailTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [doubted, setDoubted] = useState<DoubtedCertificate | null>(null);
  const test = async () => {
    setBusy(true);
    setFailures([]);
    setDoubted(null);
    try {
      const { imap, smtp } = await call('POST /admin/mailboxes/{id}/test', { params: { id: box.id } });
      const words = (label: string, line: typeof smtp | typeof imap) => (line === null || line.isOk ? [] : [`${label}${line.hint?.[locale] ?? ''} ${line.error ?? ''}`]);
      const found = [...words(t('testImap'), imap), ...words(t('testSmtp'), smtp)];
      setFailures(found);
      setDoubted(imap.certificate);
      if (found.length === 0) showToast(t(smtp === null ? 'testNoSmtp' : 'testOk'));
    } catch (error) {
      reportProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card card-body stack">
      <div className="mailbox-head"><b>{box.name}</b><span>{box.address}</span><StateTag box={box} /></div>
      <div className="small muted">{box.lookedAt === null ? t('never') : t('looked', { at: format.moment(box.lookedAt) })}{box.unit && ` · ${box.unit.name}`}{box.isActive && box.failingSince === null && box.lookedAt !== null && ` · ${t(box.isHeard ? 'heard' : 'polled')}`}</div>
      {box.error !== null && <div className="danger small" role="alert">{box.hint?.[locale] ?? ''}<div className="muted">{box.error}</div>{box.toldFailingAt !== null && <div className="muted">{t('told', { at: format.moment(box.toldFailingAt) })}</div>}</div>}
      <PinnedCertificate box={box} onDone={onChanged} />
      <div className="mailbox-counts">
        {(['received', 'unread', 'waiting', 'failed'] as const).map((key) => <div key={key}><b>{box[key]}</b><span className="small muted">{t(key)}</span></div>)}
      </div>
      {failures.map((words) => <div key={words} className="danger small" role="alert">{words}</div>)}
      {doubted && <DoubtedPanel boxId={box.id} certificate={doubted} onClose={() => setDoubted(null)} onDone={onChanged} />}
      <div className="row wrap"><Button loading={isBusy} onClick={() => void test()}>{t('test')}</Button><Button onClick={onEdit}>{t('edit')}</Button><Button onClick={onRemove}>{t('remove')}</Button></div>
    </section>
  );
}

/** The mailboxes of the company (SE-30): set up, try, see what needs somebody. */
export default function MailboxesPage() {
  const t = useMailTexts();
  const client = useQueryClient();
  const [edited, setEdited] = useState<{ readonly box: MailboxView | undefined }>();
  const [removed, setRemoved] = useState<MailboxView>();
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /admin/mailboxes', { signal }), refetchInterval: 60_000 });
  const reload = (words: string) => {
    showToast(words);
    return client.invalidateQueries({ queryKey: KEY });
  };
  const boxes = found.data?.data ?? [];
  return (
    <AdminPage title={t('title')} hint={t('hint')} actions={<Button type="primary" onClick={() => setEdited({ box: undefined })}>{t('add')}</Button>}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && boxes.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      <div className="mailbox-list">{boxes.map((box) => <MailboxCard key={box.id} box={box} onEdit={() => setEdited({ box })} onRemove={() => setRemoved(box)} onChanged={(words) => void reload(words)} />)}</div>
      <KeptMails />
      {edited && <MailboxForm box={edited.box} feeds={found.data?.feeds ?? []} onClose={() => setEdited(undefined)} onSaved={() => { setEdited(undefined); void reload(t('saved')); }} />}
      {removed && (
        <ConfirmDialog
          title={t('removeTitle')} ok={t('remove')} isDanger onClose={() => setRemoved(undefined)}
          onConfirm={async () => { await call('DELETE /admin/mailboxes/{id}', { params: { id: removed.id } }); await reload(t('removed')); }}
        >
          <p>{t('removeText', { address: removed.address })}</p>
        </ConfirmDialog>
      )}
    </AdminPage>
  );
}
