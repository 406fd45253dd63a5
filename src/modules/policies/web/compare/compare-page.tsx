import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { useHasRight } from '#kit/api/session.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { useModel, usePackDocument, usePacks, usePolicy } from '../use-policies.ts';
import { DiffView } from './diff-view.tsx';
import { pairPacks } from './model-diff.ts';
import '../policies.css';

interface Asked {
  readonly policy?: string;
  readonly a?: string | number;
  readonly b?: string | number;
}

function Versions({ policy: key, a, b }: { policy: string; a: number; b: number }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const policy = usePolicy(key);
  const before = useModel(key, a);
  const after = useModel(key, b);
  const go = (left: number, right: number) => void navigate({ to: `/policy-compare?policy=${key}&a=${left}&b=${right}`, replace: true });
  const error = policy.error ?? before.error ?? after.error;
  const numbers = policy.data?.versions.map((each) => each.number) ?? [];
  const choice = (label: string, value: number, onChange: (value: number) => void) => (
    <label className="row small"><span>{label}</span><select className="policy-input is-short" value={value} onChange={(e) => onChange(Number(e.target.value))}>{numbers.map((each) => <option key={each} value={each}>v{each}</option>)}</select></label>
  );
  return (
    <AdminPage title={policy.data ? t('compare.versions', { policy: pick(policy.data.label), a, b }) : t('compare.title')} back={{ to: `/policies/${key}/history`, label: t('tab.history') }} actions={<>{choice(t('compare.before'), a, (value) => go(value, b))}{choice(t('compare.after'), b, (value) => go(a, value))}</>}>
      {error ? <ErrorState error={error} /> : before.data && after.data ? <DiffView before={before.data} after={after.data} /> : <div className="card card-body"><SkeletonLines count={8} /></div>}
    </AdminPage>
  );
}

function Packs({ a, b }: { a: string | undefined; b: string | undefined }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const packs = usePacks();
  const before = usePackDocument(a);
  const after = usePackDocument(b);
  const list = packs.data?.data ?? [];
  const choice = (label: string, value: string | undefined, onChange: (value: string) => void) => (
    <label className="row small"><span>{label}</span><select className="policy-input" value={value ?? ''} onChange={(e) => onChange(e.target.value)}><option value="" disabled>{t('compare.choose')}</option>{list.map((each) => <option key={each.key} value={each.key}>{pick(each.label)}</option>)}</select></label>
  );
  const go = (left: string | undefined, right: string | undefined) => void navigate({ to: `/policy-compare?a=${left ?? ''}&b=${right ?? ''}`, replace: true });
  const error = before.error ?? after.error;
  const pairs = before.data && after.data ? pairPacks(before.data, after.data).policies : null;
  return (
    <AdminPage title={t('compare.packs')} hint={t('compare.packsHint')} back={{ to: '/policies', label: t('title') }} actions={<>{choice(t('compare.before'), a, (value) => go(value, b))}{choice(t('compare.after'), b, (value) => go(a, value))}</>}>
      {error && <ErrorState error={error} />}
      {(a === undefined || b === undefined) && <EmptyState title={t('compare.choose')} hint={t('compare.chooseHint')} />}
      {pairs?.map((pair) => (
        <section key={pair.key} className="stack">
          <h2>{pick(pair.label)}</h2>
          {pair.before && pair.after ? <DiffView before={pair.before} after={pair.after} origin="other" /> : <p className="card card-body">{t(pair.after ? 'compare.onlyAfter' : 'compare.onlyBefore')}</p>}
        </section>
      ))}
    </AdminPage>
  );
}

const text = (value: string | number | undefined): string | undefined => (value === undefined || value === '' ? undefined : String(value));

/** Two versions of a policy, or two packs, row by row. */
export default function ComparePage() {
  const t = useTexts(policiesTexts);
  const may = useHasRight('policies.read');
  const { policy, a, b }: Asked = useSearch({ strict: false });
  if (!may) return <AdminPage title={t('compare.title')}><EmptyState title={t('denied')} hint={t('deniedHint')} /></AdminPage>;
  if (policy !== undefined) return <Versions policy={policy} a={Number(a)} b={Number(b)} />;
  return <Packs a={text(a)} b={text(b)} />;
}
