import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { apiUrl } from '#kit/api/api-client.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { MailFrame } from '../frame/mail-frame.tsx';
import { useMailTexts } from '../use-mail-texts.ts';
import '../mailboxes.css';

type MailView = CallAnswer<'GET /mail-messages/{id}/content'>;

const people = (list: MailView['to']): string => list.map((one) => (one.name === '' ? one.address : `${one.name} <${one.address}>`)).join('、');

function MailText({ mail }: { mail: MailView }) {
  const t = useMailTexts();
  const [isHtml, setHtml] = useState(mail.html !== null);
  const [hasAll, setAll] = useState(false);
  const held = mail.html?.split(' data-remote="').length ?? 1;
  return (
    <>
      {isHtml && mail.html !== null ? <MailFrame key={String(hasAll)} src={apiUrl(`/mail-messages/${mail.id}/page`, hasAll ? { pictures: 'all' } : {})} title={t('content')} />
        : <pre className="mail-text">{mail.text === '' ? t('emptyText') : mail.text}</pre>}
      {mail.html !== null && (
        <div className="row wrap">
          <Button onClick={() => setHtml(!isHtml)}>{t(isHtml ? 'asText' : 'asHtml')}</Button>
          {isHtml && held > 1 && !hasAll && <><Button onClick={() => setAll(true)}>{t('showPictures')}</Button><span className="small muted">{t('heldPictures')}</span></>}
        </div>
      )}
      {mail.quoted !== '' && !isHtml && <details><summary>{t('quoted')}</summary><pre className="mail-text muted">{mail.quoted}</pre></details>}
    </>
  );
}

/** A mail as it reads: people, text with its history folded, attachments. */
export default function MailContent({ record }: RecordSlotProps) {
  const t = useMailTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ['mail', record.id], queryFn: ({ signal }) => call('GET /mail-messages/{id}/content', { signal, params: { id: record.id } }) });
  const mail = found.data;
  if (found.error && !mail) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!mail) return <SkeletonLines count={6} />;
  const lines = [['from', mail.from ? [mail.from] : []], ['to', mail.to], ['cc', mail.cc]] as const;
  return (
    <div className="stack">
      <div className="small mail-people">
        {lines.map(([key, list]) => list.length > 0 && <div key={key}><span className="muted">{t(key)}</span> {people(list)}</div>)}
        <div className="muted">{format.moment(mail.at)}</div>
      </div>
      <MailText mail={mail} />
      {mail.attachments.length > 0 && (
        <div className="stack">
          <h3 className="small">{t('attachments')}</h3>
          <ul>
            {mail.attachments.map((one) => (
              <li key={one.id} className="mail-people">{one.fileId === null ? <>{one.name} <span className="small muted">{t('withheld')}</span></> : <a href={`/api/v1/files/${one.fileId}`}>{one.name}</a>}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
