import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { api } from '#kit/api/api-client.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { type QualityRun, useQualityRuns } from '../quality/use-quality-runs.ts';
import './duplicates.css';

type Member = Group['members'][number];

type Pair = Group['pairs'][number];

type Group = RowOf<'GET /quality/duplicates'>;

const GROUPS = ['duplicate-groups'] as const;
const reasonCodes = ['uscc', 'id-number', 'phone', 'email', 'name', 'contact-phone'] as const;

function PairLine({ pair, members, onDone }: { pair: Pair; members: readonly Member[]; onDone: () => void }) {
  const t = useQualityTexts();
  const navigate = useNavigate();
  const undoable = useUndo();
  const nameOf = (id: string) => members.find((m) => m.id === id)?.name ?? '';
  // The older record is proposed to stay; both numbers count up with time.
  const [survivor, loser] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a];
  const differ = () => {
    api.post('/quality/duplicates/different', { a: pair.a, b: pair.b }).then(() => {
      onDone();
      undoable(t('worklist.different2'), async () => {
        await api.post('/quality/duplicates/reopen', { a: pair.a, b: pair.b });
        showToast(t('worklist.reopened'));
        onDone();
      });
    }, reportProblem);
  };
  const words = pair.reasons.map((code) => reasonCodes.find((one) => one === code)).filter((code) => code !== undefined).map((code) => t(`duplicate.reasons.${code}`));
  return (
    <div className="duplicate-pair" role="group" aria-label={`${nameOf(pair.a)} · ${nameOf(pair.b)}`}>
      <span className={pair.score >= 50 ? 'tag tag-hu' : 'tag'}>{t('worklist.score', { score: pair.score })}</span>
      <span className="small muted grow">{members.length > 2 && `${nameOf(pair.a)} / ${nameOf(pair.b)} · `}{words.join(' · ')}</span>
      <Button size="small" onClick={differ}>{t('worklist.different')}</Button>
      <Button size="small" type="primary" ghost onClick={() => void navigate({ to: `/merge/customers/${survivor}/${loser}` })}>{t('worklist.merge')}</Button>
    </div>
  );
}

function GroupCard({ group, onDone }: { group: Group; onDone: () => void }) {
  const t = useQualityTexts();
  const format = useFormat();
  return (
    <section className="card duplicate-group">
      <h2 className="card-head">{t('worklist.group', { count: group.members.length })}</h2>
      <ul className="duplicate-members">
        {group.members.map((m) => (
          <li key={m.id}>
            <PageLink to={`/customers/${m.id}`}>{m.name}</PageLink>
            <span className="small muted">{t('worklist.complete', { score: m.completeness })}</span>
            <span className="small faint">{[m.code, m.owner ?? t('duplicate.noOwner'), m.unit].filter(Boolean).join(' · ')}</span>
            <span className="small faint">{t('worklist.created')} {format.moment(m.createdAt)}</span>
          </li>
        ))}
      </ul>
      {group.pairs.map((pair) => <PairLine key={`${pair.a}${pair.b}`} pair={pair} members={group.members} onDone={onDone} />)}
    </section>
  );
}

function ScanState({ run }: { run: QualityRun | undefined }) {
  const t = useQualityTexts();
  const format = useFormat();
  if (run === undefined) return <>{t('worklist.never')}</>;
  if (run.state === 'running' || run.state === 'waiting') return <>{t('worklist.running', { done: run.done, total: run.total ?? '…' })}</>;
  return <>{run.finishedAt ? t('worklist.last', { at: format.moment(run.finishedAt) }) : ''}</>;
}

/** Likely duplicates to work through: merge, or not the same for good (CU-13). */
export default function DuplicatesPage() {
  const t = useQualityTexts();
  const client = useQueryClient();
  const canScan = useHasRight('quality.board');
  const run = useQualityRuns().find(({ kind }) => kind === 'duplicates');
  const isRunning = run?.state === 'running' || run?.state === 'waiting';
  const groups = useQuery({
    queryKey: [...GROUPS, run?.finishedAt],
    queryFn: ({ signal }) => call('GET /quality/duplicates', { signal, query: { limit: 100 } }),
    placeholderData: (earlier) => earlier,
  });
  const refresh = () => void client.invalidateQueries({ queryKey: GROUPS });
  const scan = () => {
    api.post('/quality/duplicate-scan').then(() => {
      showToast(t('worklist.started'));
      void client.invalidateQueries({ queryKey: ['quality-runs'] });
    }, reportProblem);
  };
  return (
    <AdminPage
      title={t('worklist.title')} hint={<>{t('worklist.hint')} <span role="status"><ScanState run={run} /></span></>} back={{ to: '/quality', label: t('worklist.back') }}
      actions={canScan && <Button type="primary" disabled={isRunning} onClick={scan}>{t('worklist.scan')}</Button>}
    >
      {groups.error && !groups.data && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {groups.data?.data.length === 0 && <div className="card"><EmptyState title={t('worklist.empty')} hint={t('worklist.emptyHint')} /></div>}
      <div className="duplicate-pages">
        {groups.data?.data.map((group) => <GroupCard key={group.members.map((m) => m.id).join()} group={group} onDone={refresh} />)}
      </div>
    </AdminPage>
  );
}
