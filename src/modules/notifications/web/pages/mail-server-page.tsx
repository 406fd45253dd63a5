import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useNoticeTexts } from '../use-notifications.ts';
import { MailServerForm } from './mail-server-form.tsx';
import './notifications.css';

type Server = CallAnswer<'GET /admin/mail'>;

const KEY = ['admin', 'mail'];

function DeliveryCard({ server }: { server: Server }) {
  const t = useNoticeTexts();
  const format = useFormat();
  return (
    <AdminCard title={t('mail.state')}>
      <div className="stack">
        <div className="mail-counts">
          {(['waiting', 'failed', 'unsure'] as const).map((key) => <div key={key}><b>{server[key]}</b><span className="small muted">{t(`mail.${key}`)}</span></div>)}
        </div>
        {server.unsure > 0 && <p className="small muted">{t('mail.unsureHint')}</p>}
        <h3 className="small">{t('mail.problems')}</h3>
        {server.problems.length === 0 && <p className="small muted">{t('mail.noProblems')}</p>}
        <ul className="stack">
          {server.problems.map((problem) => (
            <li key={`${problem.at}${problem.person}`} className="small mail-problem">
              <span className={problem.state === 'failed' ? 'tag tag-zhu' : 'tag tag-hu'}>{t(`mail.states.${problem.state}`)}</span> {format.moment(problem.at)} · {problem.person}
              <div className="muted">{problem.error}</div>
            </li>
          ))}
        </ul>
      </div>
    </AdminCard>
  );
}

function TestMail() {
  const t = useNoticeTexts();
  const { locale } = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: string; readonly hint: string }>();
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const answer = await call('POST /admin/mail/test');
      if (answer.isSent) showToast(t('mail.tested'));
      else setFailure({ error: answer.error ?? '', hint: answer.hint?.[locale] ?? '' });
    } catch (error) {
      reportProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <div className="row wrap"><Button loading={isBusy} onClick={() => void send()}>{t('mail.test')}</Button><span className="small muted">{t('mail.testHint')}</span></div>
      {failure && <div role="alert" className="danger mail-problem"><b>{t('mail.failedTest')}</b> {failure.hint}<div className="small">{failure.error}</div></div>}
    </div>
  );
}

/** The company's mail server (PL-44): set, try, see what did not arrive. */
export default function MailServerPage() {
  const t = useNoticeTexts();
  const client = useQueryClient();
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /admin/mail', { signal }) });
  const server = found.data;
  const remove = () => void call('DELETE /admin/mail').then(() => {
    showToast(t('mail.removed'));
    return client.invalidateQueries({ queryKey: KEY });
  }, reportProblem);
  return (
    <AdminPage
      title={t('mail.title')} hint={t('mail.hint')}
      actions={server?.source === 'settings' && <Button onClick={remove}>{t('mail.remove')}</Button>}
    >
      {found.error && !server && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {server && (
        <div className="mail-grid">
          <AdminCard title={t('mail.card')}>
            <div className="stack">
              {server.source !== 'settings' && <p className="small muted">{t(server.source === 'none' ? 'mail.off' : 'mail.fromEnvironment')}</p>}
              <MailServerForm
                key={`${server.source}${server.host}${server.port}${server.username ?? ''}`} server={server}
                onSaved={(next) => { client.setQueryData(KEY, next); showToast(t('mail.saved')); }}
              />
              {server.source !== 'none' && <TestMail />}
            </div>
          </AdminCard>
          <DeliveryCard server={server} />
        </div>
      )}
    </AdminPage>
  );
}
