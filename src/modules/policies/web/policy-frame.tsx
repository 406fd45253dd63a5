import type { ReactNode } from 'react';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { useHasRight } from '#kit/api/session.ts';
import { policiesTexts } from '../policies.texts.ts';
import { openVersion, type PolicyView, usePolicy } from './use-policies.ts';
import './policies.css';

/** The day from which a version decides; shipped ones have always decided. */
export function useSince(): (activeFrom: string | null) => string {
  const t = useTexts(policiesTexts);
  const format = useFormat();
  return (activeFrom) => (activeFrom === null ? '' : activeFrom < '2001' ? t('always') : t('since', { day: format.fullMoment(activeFrom).slice(0, 10) }));
}

function Badges({ policy }: { policy: PolicyView }) {
  const t = useTexts(policiesTexts);
  const since = useSince();
  const open = openVersion(policy);
  const inForce = policy.versions.find((each) => each.number === policy.inForce);
  const next = policy.versions.filter((each) => each.status === 'approved' && each.number !== policy.inForce && (inForce?.activeFrom ?? '') < (each.activeFrom ?? '')).at(-1);
  return (
    <>
      {open && <span className={`tag ${open.status === 'draft' ? 'tag-hu' : 'tag-qing'}`}>{t(`open.${open.status}`, { number: open.number })}</span>}
      <span className="small muted">{inForce ? t('inForce', { number: inForce.number, since: since(inForce.activeFrom) }) : t('notInForce')}</span>
      {next && <span className="tag tag-green">{t('next', { number: next.number, since: since(next.activeFrom) })}</span>}
    </>
  );
}

const tabs = [['table', ''], ['whatIf', '/what-if'], ['simulation', '/simulation'], ['history', '/history']] as const;

interface FrameProps {
  readonly policy: PolicyView;
  readonly at: (typeof tabs)[number][0];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The head of every page of one policy: where it belongs, its versions, its four pages. */
export function PolicyFrame({ policy, at, actions, children }: FrameProps) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  usePageTitle(`${pick(policy.label)} · ${t(`tab.${at}`)}`);
  return (
    <div className="page policy-page">
      <header className="page-head">
        <div className="grow">
          <div className="record-crumbs"><PageLink to="/policies">{t('title')}</PageLink> / {pick(policy.pack.label)} / {pick(policy.label)}</div>
          <div className="row wrap"><h1>{pick(policy.label)}</h1><Badges policy={policy} /></div>
        </div>
        {actions && <div className="row wrap no-print">{actions}</div>}
      </header>
      <nav className="policy-tabs no-print" aria-label={t('tab.label')}>
        {tabs.map(([key, path]) => <PageLink key={key} to={`/policies/${policy.key}${path}`} className={key === at ? 'policy-tab is-at' : 'policy-tab'}>{t(`tab.${key}`)}</PageLink>)}
      </nav>
      {children}
    </div>
  );
}

/** Loads the policy of the address and hands it on; says what is missing otherwise. */
export function WithPolicy({ policyKey, children }: { policyKey: string; children: (policy: PolicyView) => ReactNode }) {
  const t = useTexts(policiesTexts);
  const may = useHasRight('policies.read');
  const found = usePolicy(policyKey);
  if (!may) return <div className="page"><EmptyState title={t('denied')} hint={t('deniedHint')} /></div>;
  if (found.error) return <div className="page"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <div className="page"><div className="card card-body"><SkeletonLines count={10} /></div></div>;
  return <>{children(found.data)}</>;
}
