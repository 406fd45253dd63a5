import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { resolveRelative } from '#kernel/period.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { siteKey, useBoardTexts, useChosenSite } from './use-board.ts';
import './reception-board.css';

type Fairness = CallAnswer<'GET /sites/{id}/fairness'>;
const spans = { day: 'today', week: 'thisWeek', month: 'thisMonth' } as const;
type Span = keyof typeof spans;

function useFairness(site: string, span: Span, user: string | undefined) {
  const { zone } = useFormat();
  const [now] = useState(() => new Date());
  const period = resolveRelative(spans[span], now, zone);
  const query = { from: period?.fromDate ?? '', to: period?.toDate ?? '', ...(user !== undefined && { user }) };
  return useQuery({
    queryKey: [...siteKey(site), 'fairness', query], queryFn: ({ signal }) => call('GET /sites/{id}/fairness', { signal, params: { id: site }, query }),
    placeholderData: (old) => old,
  });
}

function People({ people, chosen, onChoose }: { people: Fairness['people']; chosen: string | undefined; onChoose: (id: string) => void }) {
  const t = useBoardTexts();
  const columns = ['start', 'counted', 'lost', 'forgiven', 'total', 'uncounted', 'idle'] as const;
  return (
    <div className="card board-scroll">
      <table className="board-table fairness-table">
        <thead><tr><th scope="col">{t('column.person')}</th>{columns.map((each) => <th key={each} scope="col" className="number">{t(`fairness.${each}`)}</th>)}</tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.userId} className={person.userId === chosen ? 'is-me' : ''}>
              <th scope="row"><button type="button" className="link-button" aria-pressed={person.userId === chosen} onClick={() => onChoose(person.userId)}>{person.name}</button></th>
              {columns.map((each) => <td key={each} className={each === 'total' ? 'number fairness-total' : 'number'} data-label={t(`fairness.${each}`)}>{person[each]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entries({ name, entries }: { name: string; entries: Fairness['entries'] }) {
  const t = useBoardTexts();
  const format = useFormat();
  return (
    <section className="card">
      <h2 className="card-head">{t('fairness.entries', { name })}</h2>
      <ul className="board-history card-body">
        {entries.map((entry) => (
          <li key={entry.id} className="row wrap">
            <time className="muted small" dateTime={entry.at}>{format.fullMoment(entry.at)}</time>
            <b className="fairness-amount">{entry.amount > 0 ? `+${entry.amount}` : entry.amount}</b>
            <span>{t(`entry.${entry.kind}`)}</span>
            {entry.visitor !== null && <span className="muted">{entry.visitor}</span>}
            {entry.reason !== null && <span className="muted">{entry.reason}</span>}
            {entry.decisionId !== null && <Why decision={entry.decisionId} clause={entry.clause} about={name} />}
            {entry.actorName !== null && <span className="muted small">{t('fairness.by', { name: entry.actorName })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FairnessOf({ site, span }: { site: string; span: Span }) {
  const t = useBoardTexts();
  const [user, setUser] = useState<string>();
  const found = useFairness(site, span, user);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card card-body"><SkeletonLines count={8} /></div>;
  const { people, entries } = found.data;
  const person = people.find((each) => each.userId === user);
  if (people.length === 0) return <div className="card"><EmptyState title={t('fairness.none')} hint={t('fairness.noneHint')} /></div>;
  return (
    <>
      <People people={people} chosen={user} onChoose={setUser} />
      {person ? <Entries name={person.name} entries={entries.filter((each) => each.userId === person.userId)} /> : <p className="muted small no-print">{t('fairness.choose')}</p>}
    </>
  );
}

/** Everybody's count, with every entry of the ledger and its why (UX-17). */
export default function FairnessPage() {
  const t = useBoardTexts();
  const { sites, site, choose } = useChosenSite();
  const [span, setSpan] = useState<Span>('day');
  const actions = (
    <>
      {sites.data && sites.data.length > 1 && <Select aria-label={t('chooseSite')} value={site?.id ?? null} options={sites.data.map((each) => ({ value: each.id, label: each.name }))} onChange={(id) => { if (id !== null) choose(id); }} popupMatchSelectWidth={false} />}
      <ChoiceBar<Span> label={t('fairness.period')} value={span} options={(['day', 'week', 'month'] as const).map((each) => ({ value: each, label: t(`fairness.${each}`) }))} onChange={setSpan} />
      <Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('do.print')}</Button>
    </>
  );
  return (
    <AdminPage title={site ? `${site.name} · ${t('fairness.title')}` : t('fairness.title')} hint={t('fairness.hint')} actions={actions}>
      {sites.error ? <ErrorState error={sites.error} onRetry={() => void sites.refetch()} /> : !sites.data ? <div className="card card-body"><SkeletonLines count={8} /></div>
        : site ? <FairnessOf key={site.id} site={site.id} span={span} /> : <div className="card"><EmptyState title={t('noSite')} hint={t('noSiteAsk')} /></div>}
    </AdminPage>
  );
}
