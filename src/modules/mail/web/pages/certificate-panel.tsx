import { Button } from 'antd';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useMailTexts } from '../use-mail-texts.ts';
import type { MailboxView } from './mailbox-form.tsx';

export type DoubtedCertificate = NonNullable<CallAnswer<'POST /admin/mailboxes/{id}/test'>['imap']['certificate']>;

/** Eight digits a group: people compare it by eye. */
const grouped = (sha256: string): string => sha256.toUpperCase().replace(/(.{8})(?=.)/g, '$1 ');

interface DoubtedProps {
  readonly boxId: string;
  readonly certificate: DoubtedCertificate;
  onClose(): void;
  onDone(words: string): void;
}

/** A certificate that nobody known vouches for: an administrator compares and decides (SEC-33). */
export function DoubtedPanel({ boxId, certificate, onClose, onDone }: DoubtedProps) {
  const t = useMailTexts();
  const kit = useKitTexts();
  const format = useFormat();
  const { isBusy, error, run } = useSubmit();
  const trust = async () => {
    const { sha256 } = certificate;
    if (!(await run(() => call('PUT /admin/mailboxes/{id}/certificate', { params: { id: boxId }, body: { sha256 } })))) return;
    onClose();
    onDone(t('trusted'));
  };
  return (
    <section className="mailbox-certificate stack" aria-label={t('doubtTitle')}>
      <b>{t('doubtTitle')}</b>
      <p className="small muted">{t('doubtHint')}</p>
      <dl>
        <dt>{t('subject')}</dt><dd>{certificate.subject || '—'}</dd>
        <dt>{t('issuer')}</dt><dd>{certificate.issuer || '—'}</dd>
        <dt>{t('validUntil')}</dt><dd>{format.date(certificate.validUntil)}</dd>
        <dt>{t('sha256')}</dt><dd className="mailbox-print">{grouped(certificate.sha256)}</dd>
      </dl>
      {error && <p className="danger small" role="alert">{error}</p>}
      <div className="row wrap"><Button danger loading={isBusy} onClick={() => void trust()}>{t('trust')}</Button><Button onClick={onClose}>{kit('action.cancel')}</Button></div>
    </section>
  );
}

/** Says which certificate is trusted by itself, and takes that back. */
export function PinnedCertificate({ box, onDone }: { readonly box: MailboxView; onDone(words: string): void }) {
  const t = useMailTexts();
  const { isBusy, error, run } = useSubmit();
  if (box.pin === null) return null;
  const drop = async () => {
    if (await run(() => call('DELETE /admin/mailboxes/{id}/certificate', { params: { id: box.id } }))) onDone(t('unpinned'));
  };
  return (
    <div className="small mailbox-print">
      {t('pinned', { sha256: grouped(box.pin) })} <Button size="small" loading={isBusy} onClick={() => void drop()}>{t('unpin')}</Button>
      {error && <p className="danger" role="alert">{error}</p>}
    </div>
  );
}
