import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useMailTexts } from '../use-mail-texts.ts';

/** Mails that the machine left to people: look at them as they came, or try again. */
export function KeptMails() {
  const t = useMailTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const found = useQuery({ queryKey: ['admin', 'mails', 'kept'], queryFn: ({ signal }) => call('GET /admin/mails/kept', { signal }) });
  const retry = async (id: string) => {
    setBusy(id);
    try {
      const { isTaken } = await call('POST /admin/mails/{id}/retry', { params: { id } });
      showToast(t(isTaken ? 'retried' : 'stillKept'));
      await client.invalidateQueries({ queryKey: ['admin'] });
    } catch (error) {
      reportProblem(error);
    } finally {
      setBusy(undefined);
    }
  };
  const mails = found.data?.data ?? [];
  return (
    <AdminCard title={t('keptTitle')}>
      <div className="stack">
        <p className="small muted">{mails.length === 0 && found.data ? t('keptNone') : t('keptHint')}</p>
        <ul>
          {mails.map((mail) => (
            <li key={mail.id} className="kept-mail">
              <div>
                <div className="mailbox-head"><span className={mail.state === 'failed' || mail.state === 'unread' ? 'tag tag-zhu' : 'tag tag-hu'}>{t(`states.${mail.state}`)}</span><b>{mail.subject === '' ? t('noSubject') : mail.subject}</b></div>
                <div className="small muted">{format.moment(mail.at)} · {mail.direction === 'in' ? `${mail.from} → ${mail.mailbox}` : `${mail.mailbox} → ${mail.to}`}</div>
                {mail.error !== null && <div className="small">{mail.error === 'too-large' ? t('tooLarge') : mail.error}</div>}
              </div>
              {mail.direction === 'in' && (
                <div className="row wrap">
                  {mail.hasRaw && <a href={`/api/v1/admin/mails/${mail.id}/raw`}>{t('raw')}</a>}
                  <Button loading={busy === mail.id} onClick={() => void retry(mail.id)}>{t('retry')}</Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </div>
    </AdminCard>
  );
}
