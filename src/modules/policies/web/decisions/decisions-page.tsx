import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays, startOfDay } from '#kernel/period.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { Why } from '#kit/why/why.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { SubjectLink } from '../subject-link.tsx';
import { usePacks } from '../use-policies.ts';
import '../policies.css';

interface Asked {
  readonly policy?: string | undefined;
  readonly clause?: string | number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Decision = RowOf<'GET /decisions'>;

function useDecisions({ policy, clause, from, to }: Asked, isEnabled: boolean) {
  const { zone } = useFormat();
  const query = {
    ...(policy ? { policy } : {}), ...(clause ? { clause: String(clause) } : {}),
    ...(from ? { from: startOfDay(from, zone).toISOString() } : {}), ...(to ? { to: startOfDay(addDays(to, 1), zone).toISOString() } : {}),
  };
  return useInfiniteQuery({
    queryKey: ['decisions', query], enabled: isEnabled, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => call('GET /decisions', { signal, query: { ...query, ...(pageParam === '' ? {} : { before: pageParam }) } }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

function DecisionLine({ decision }: { decision: Decision }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const format = useFormat();
  const results = decision.explanation.results.map((each) => t('finding.value', { column: each.label, value: each.text })).join(t('comma'));
  return (
    <tr>
      <td className="muted"><time dateTime={decision.eventAt} title={format.fullMoment(decision.eventAt)}>{format.moment(decision.eventAt)}</time></td>
      <td><SubjectLink object={decision.subjectObject} id={decision.subjectId} names={decision.names} /></td>
      <td>{pick(decision.policyLabel)} <span className="faint small">v{decision.versionNumber}</span></td>
      <td><Why decision={decision.id} clause={decision.clause} about={pick(decision.policyLabel)} /></td>
      <td>{decision.status === 'undecided' ? <span className="muted">{t('cases.foundNothing')}</span> : results}</td>
      <td className="muted">{decision.actorName ?? t('decisions.system')}</td>
    </tr>
  );
}

/** What was decided by policies, newest first; each opens its why (PL-41). */
export default function DecisionsPage() {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const may = useHasRight('policies.read');
  const asked: Asked = useSearch({ strict: false });
  const packs = usePacks(may);
  const found = useDecisions(asked, may);
  if (!may) return <AdminPage title={t('decisions.title')}><EmptyState title={t('denied')} hint={t('deniedHint')} /></AdminPage>;
  const list = found.data?.pages.flatMap((page) => page.data) ?? [];
  const change = (part: Asked) => {
    const next = Object.entries({ ...asked, ...part }).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(String(value))}`]));
    void navigate({ to: `/decisions${next.length > 0 ? `?${next.join('&')}` : ''}`, replace: true });
  };
  const isFiltered = Object.values(asked).some((value) => value !== undefined && value !== '');
  return (
    <AdminPage title={t('decisions.title')} hint={t('decisions.hint')}>
      <div className="card policy-filters no-print">
        <label className="policy-field"><span>{t('title')}</span>
          <select className="policy-input" value={asked.policy ?? ''} onChange={(e) => change({ policy: e.target.value })}>
            <option value="">{t('decisions.all')}</option>
            {(packs.data?.data ?? []).map((pack) => <optgroup key={pack.key} label={pick(pack.label)}>{pack.policies.map((policy) => <option key={policy.key} value={policy.key}>{pick(policy.label)}</option>)}</optgroup>)}
          </select>
        </label>
        <label className="policy-field"><span>{t('clause.title')}</span><input className="policy-input" value={asked.clause === undefined ? '' : String(asked.clause)} onChange={(e) => change({ clause: e.target.value })} /></label>
        <label className="policy-field"><span>{t('sim.from')}</span><input className="policy-input" type="date" value={asked.from ?? ''} onChange={(e) => change({ from: e.target.value })} /></label>
        <label className="policy-field"><span>{t('sim.to')}</span><input className="policy-input" type="date" value={asked.to ?? ''} onChange={(e) => change({ to: e.target.value })} /></label>
      </div>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : found.isPending ? <div className="card card-body"><SkeletonLines count={8} /></div>
        : list.length === 0 ? <div className="card"><EmptyState title={t(isFiltered ? 'decisions.noneFound' : 'decisions.none')} hint={t(isFiltered ? 'decisions.noneFoundHint' : 'decisions.noneHint')} /></div> : (
          <section className="card">
            <div className="policy-scroll">
              <table className="policy-list">
                <thead><tr><th scope="col">{t('decisions.when')}</th><th scope="col">{t('sim.subject')}</th><th scope="col">{t('title')}</th><th scope="col">{t('decisions.why')}</th><th scope="col">{t('sim.results')}</th><th scope="col">{t('decisions.who')}</th></tr></thead>
                <tbody>{list.map((decision) => <DecisionLine key={decision.id} decision={decision} />)}</tbody>
              </table>
            </div>
          </section>
        )}
      {found.hasNextPage && <div className="admin-foot"><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('decisions.more')}</Button></div>}
    </AdminPage>
  );
}
