import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { textOf } from '#kit/field/field-props.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { titleOf } from '#kit/records/record-types.ts';
import { useFindObject, useMeta } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { MergeLine } from './merge-line.tsx';
import { type MergePreview, type MergeProposal, type MergeSource, choicesToSend, groupProposals } from './merge-model.ts';
import './merge.css';

function Children({ preview }: { preview: MergePreview }) {
  const t = useQualityTexts();
  const pick = usePick();
  const find = useFindObject();
  const nameOf = (key: string) => {
    const object = find(key);
    return object ? pick(object.label.many) : t('merge.files');
  };
  if (preview.children.length === 0) return <p className="small muted merge-moves">{t('merge.noMoves')}</p>;
  return (
    <p className="small muted merge-moves row wrap">
      {t('merge.moves')} {preview.children.map(({ object, field, count }) => <span key={object + field} className="tag">{t('merge.count', { object: nameOf(object), count })}</span>)}
    </p>
  );
}

interface BodyProps {
  readonly object: ObjectMeta;
  readonly preview: MergePreview;
}

/** The two names in their columns; swapping decides anew which record stays. */
function MergeHeads({ object, preview, onSwap }: BodyProps & { onSwap: () => void }) {
  const t = useQualityTexts();
  const address = useAddress()(object);
  return (
    <div className="merge-heads">
      {(['survivor', 'loser'] as const).map((side) => (
        <div key={side} className="merge-head">
          <span className={side === 'survivor' ? 'tag tag-green' : 'tag'}>{t(`merge.${side}`)}</span>
          <PageLink to={`${address}/${preview[side].id}`}>{titleOf(object, preview[side])}</PageLink>
          <span className="small faint">{textOf(preview[side]['code'])}</span>
        </div>
      ))}
      <Button className="merge-swap" icon={<ArrowLeftRight size={15} aria-hidden />} aria-label={t('merge.swapHint')} onClick={onSwap}>{t('merge.swap')}</Button>
    </div>
  );
}

function useMergeSave({ object, preview }: BodyProps) {
  const t = useQualityTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const undoable = useUndo();
  const address = useAddress()(object);
  const refresh = () => {
    for (const key of ['records', 'record', 'counts', 'duplicate-groups', 'merges', 'timeline']) void client.invalidateQueries({ queryKey: [key] });
  };
  return async (choices: Record<string, MergeSource>, reason: string) => {
    const { merge } = await api.post<{ merge: string }>(`/${object.plural}/${preview.survivor.id}/merge`, {
      loser: preview.loser.id, choices, ...(reason.trim() !== '' && { reason: reason.trim() }),
    });
    refresh();
    void navigate({ to: `${address}/${preview.survivor.id}` });
    undoable(t('merge.done', { name: titleOf(object, preview.survivor) }), async () => {
      const undone = await call('POST /merges/{id}/undo', { params: { id: merge } });
      refresh();
      showToast(undone.kept.length > 0 ? t('merge.undoneKept', { count: undone.kept.length }) : t('merge.undone'));
    });
  };
}

function MergeBody(props: BodyProps & { onSwap: () => void }) {
  const t = useQualityTexts();
  const { object, preview } = props;
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeSource>>>({});
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const save = useMergeSave(props);
  const groups = groupProposals(preview);
  const lines = (list: readonly MergeProposal[]) => list.map((proposal) => (
    <MergeLine
      key={proposal.field} object={object} preview={preview} proposal={proposal} value={chosen[proposal.field] ?? proposal.suggestion}
      onChange={(source) => setChosen({ ...chosen, [proposal.field]: source })}
    />
  ));
  const confirm = () => {
    setBusy(true);
    save(choicesToSend(preview, chosen), reason).catch((error: unknown) => {
      setBusy(false);
      reportProblem(error);
    });
  };
  return (
    <>
      <div className="card">
        <MergeHeads {...props} />
        {groups.conflicts.length > 0 && <section aria-label={t('merge.differing', { count: groups.conflicts.length })}><h2 className="merge-group">{t('merge.differing', { count: groups.conflicts.length })}</h2>{lines(groups.conflicts)}</section>}
        {groups.filled.length > 0 && <section aria-label={t('merge.filled', { count: groups.filled.length })}><h2 className="merge-group">{t('merge.filled', { count: groups.filled.length })}</h2>{lines(groups.filled)}</section>}
        {groups.same.length > 0 && <details className="merge-same"><summary>{t('merge.same', { count: groups.same.length })}</summary>{lines(groups.same)}</details>}
        <Children preview={preview} />
      </div>
      <div className="admin-save merge-save">
        <Input className="grow" value={reason} maxLength={1000} aria-label={t('merge.reason')} placeholder={t('merge.reason')} onChange={(e) => setReason(e.target.value)} />
        <Button type="primary" loading={isBusy} onClick={confirm}>{t('merge.confirm')}</Button>
      </div>
    </>
  );
}

/** Two records side by side; line by line whose value stays (CU-11). */
export default function MergePage() {
  const t = useQualityTexts();
  const navigate = useNavigate();
  const { plural = '', survivor = '', loser = '' }: { plural?: string; survivor?: string; loser?: string } = useParams({ strict: false });
  const object = useMeta().objects.find((one) => one.plural === plural && one.isMergeable);
  const found = useQuery({
    queryKey: ['merge-preview', plural, survivor, loser],
    queryFn: ({ signal }) => api.get<MergePreview>(`/${plural}/${survivor}/merge-preview`, { signal, query: { with: loser } }),
    enabled: object !== undefined, retry: false, staleTime: 0,
  });
  const swap = () => void navigate({ to: `/merge/${plural}/${loser}/${survivor}`, replace: true });
  return (
    <AdminPage title={t(plural === 'contacts' ? 'merge.contactTitle' : 'merge.title')} hint={t('merge.hint')} back={{ to: '/quality/duplicates', label: t('worklist.title') }}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && !found.error && <div className="card card-body"><SkeletonLines count={9} /></div>}
      {object && found.data && <MergeBody key={survivor} object={object} preview={found.data} onSwap={swap} />}
    </AdminPage>
  );
}
