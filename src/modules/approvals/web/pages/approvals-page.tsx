import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { isJsonObject } from '#kernel/json.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useHasRight } from '#kit/api/session.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { ApprovalLineView } from '../approval-line.tsx';
import { APPROVALS, type ApprovalLine, type Box, boxes, useApprovalCount, useApprovals, useApprovalTexts } from '../use-approvals.ts';
import '../approvals.css';

const detailOf = (problem: unknown): string => (isJsonObject(problem) && typeof problem['detail'] === 'string' ? problem['detail'] : '');

function useLineKeys() {
  const ref = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => {
    const move = (step: number) => {
      const links = [...(ref.current?.querySelectorAll<HTMLElement>('.approval-link') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    };
    return { j: () => move(1), k: () => move(-1) };
  }, []);
  usePageKeys(keys);
  return ref;
}

/** Approves the chosen ones; says how many, and why not where one was refused. */
function BatchDialog({ ids, onClose }: { ids: readonly string[]; onClose: (isDone: boolean) => void }) {
  const t = useApprovalTexts();
  const client = useQueryClient();
  const approve = async () => {
    const { results } = await call('POST /approvals/approve', { body: { ids: [...ids] } });
    const refused = results.filter((one) => one.status !== 200);
    const count = results.length - refused.length;
    showToast(refused.length === 0 ? t('batchDone', { count }) : t('batchSome', { count, left: refused.length, why: detailOf(refused[0]?.problem) }));
    await client.invalidateQueries({ queryKey: APPROVALS });
    onClose(true);
  };
  return <ConfirmDialog title={t('batchTitle', { count: ids.length })} ok={t('action.approve')} onConfirm={approve} onClose={() => onClose(false)}><p>{t('batchHint')}</p></ConfirmDialog>;
}

interface LinesProps {
  readonly lines: readonly ApprovalLine[];
  readonly chosen: ReadonlySet<string>;
  readonly canChoose: boolean;
  onChoose(id: string, isOn: boolean): void;
}

function Lines({ lines, chosen, canChoose, onChoose }: LinesProps) {
  const t = useApprovalTexts();
  const ref = useLineKeys();
  return (
    <ul className="card admin-lines approval-lines" ref={ref}>
      {lines.map((line) => (
        <li key={line.id}>
          {canChoose && line.canDecide && (
            <label className="approval-check">
              <input type="checkbox" aria-label={t('select', { title: line.title })} checked={chosen.has(line.id)} onChange={(event) => onChoose(line.id, event.target.checked)} />
            </label>
          )}
          <ApprovalLineView line={line} />
        </li>
      ))}
    </ul>
  );
}

function BoxContent({ box }: { box: Box }) {
  const t = useApprovalTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const found = useApprovals(box);
  const lines = found.data?.pages.flatMap((page) => page.data) ?? [];
  const ids = lines.filter((line) => chosen.has(line.id)).map((line) => line.id);
  const choose = (id: string, isOn: boolean) => setChosen((now) => new Set(isOn ? [...now, id] : [...now].filter((one) => one !== id)));
  return (
    <>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && lines.length === 0 && <div className="card"><EmptyState title={t(`empty.${box}`)} hint={box === 'waiting' ? t('emptyHint') : undefined} /></div>}
      {lines.length > 0 && <Lines lines={lines} chosen={chosen} canChoose={box === 'waiting'} onChoose={choose} />}
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more')}</Button>}
      {ids.length > 0 && (
        <div className="admin-save">
          <span className="grow">{t('selected', { count: ids.length })}</span>
          <Button type="primary" onClick={() => setAsking(true)}>{t('approveSelected')}</Button>
        </div>
      )}
      {isAsking && <BatchDialog ids={ids} onClose={(isDone) => { setAsking(false); if (isDone) setChosen(new Set()); }} />}
    </>
  );
}

/** One to-do list for everything that needs an opinion (UX-12). */
export default function ApprovalsPage() {
  const t = useApprovalTexts();
  const [box, setBox] = useState<Box>('waiting');
  const { waiting, returned } = useApprovalCount();
  const counts: Readonly<Record<Box, number>> = { waiting, mine: returned, done: 0 };
  const mayManage = useHasRight('approvals.manage');
  return (
    <AdminPage title={t('title')} hint={t('hint')} actions={mayManage && <PageLink to="/approval-flows">{t('flows.title')}</PageLink>}>
      <div className="row">
        <ChoiceBar
          label={t('boxes')} value={box} onChange={(next: Box) => setBox(next)}
          options={boxes.map((value) => ({ value, label: counts[value] > 0 ? `${t(`box.${value}`)} ${counts[value]}` : t(`box.${value}`) }))}
        />
      </div>
      <BoxContent key={box} box={box} />
    </AdminPage>
  );
}
