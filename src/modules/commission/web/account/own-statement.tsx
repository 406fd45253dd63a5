import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check } from 'lucide-react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { sayAmount, useCommissionTexts } from '../parts/commission-words.ts';

/** Of a closed month: what is paid, and the person's word that the statement is right (RE-32). */
export function OwnStatement({ month }: { readonly month: string }) {
  const t = useCommissionTexts();
  const format = useFormat();
  const client = useQueryClient();
  const { isBusy, error, run } = useSubmit();
  const found = useQuery({ queryKey: ['commission', 'statements', month], queryFn: ({ signal }) => call('GET /commission/statements/{month}', { signal, params: { month } }) });
  const list = found.data?.data ?? [];
  const [first] = list;
  if (first === undefined) return null;
  const see = async () => {
    if (!(await run(() => call('POST /commission/statements/{month}/seen', { params: { month }, body: {} })))) return;
    await client.invalidateQueries({ queryKey: ['commission'] });
    showToast(t('settle.saw', { month }));
  };
  const seenAt = list.every((each) => each.seenAt !== null) ? first.seenAt : null;
  const amount = list.map((each) => `${list.length > 1 ? `${each.siteName} ` : ''}${sayAmount(each.amount, each.currency)}`).join(' · ');
  if (seenAt !== null) return <p className="cm-own is-seen" role="status"><Check size={15} aria-hidden /> {t('settle.ownSeen', { month, at: format.fullMoment(seenAt) })}</p>;
  return (
    <section className="card cm-own" aria-label={t('line.statement')}>
      <p className="grow"><b>{t('settle.own', { month, amount })}</b> <span className="small muted">{t('settle.question')}</span></p>
      <Button type="primary" className="no-print" loading={isBusy} onClick={() => void see()}>{t('settle.see')}</Button>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </section>
  );
}
