import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Eye, EyeOff, Link2, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { ChoiceValue } from '#kit/field/choice-value.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useCaseProcess, useCaseTexts } from '../use-case.ts';
import '../case.css';

type Circle = CallAnswer<'GET /service/cases/{id}/circle'>;

function useCircle(id: string) {
  const client = useQueryClient();
  const queryKey = ['record', 'case', id, 'circle'];
  const found = useQuery({ queryKey, queryFn: ({ signal }) => call('GET /service/cases/{id}/circle', { signal, params: { id } }) });
  const act = async (send: () => Promise<unknown>, said?: string) => {
    await send().then(() => { if (said !== undefined) showToast(said); }, reportProblem);
    await client.invalidateQueries({ queryKey });
  };
  return { found, act };
}

function Related({ object, record, related, mayWrite, act }: RecordSlotProps & { readonly related: Circle['related']; readonly mayWrite: boolean; readonly act: ReturnType<typeof useCircle>['act'] }) {
  const t = useCaseTexts();
  const state = fieldOf(object, 'state');
  const unlink = (other: Circle['related'][number]) => act(() => call('DELETE /service/cases/{id}/links/{other}', { params: { id: record.id, other: other.id } }), t('circle.unlinked', { number: other.number }));
  return (
    <ul className="case-lines is-flush">
      {related.map((other) => (
        <li key={other.id} className="case-related">
          <span className="grow case-pick-text"><PageLink to={`/cases/${other.id}`}>{other.subject}</PageLink><span className="row wrap small muted"><span>{other.number}</span><span>{t(`circle.how.${other.how}`)}</span>{state && <ChoiceValue field={state} value={other.state} />}</span></span>
          {mayWrite && other.how === 'linked' && <button type="button" className="case-file-off" aria-label={t('circle.unlink', { number: other.number })} onClick={() => void unlink(other)}><X size={13} aria-hidden /></button>}
        </li>
      ))}
    </ul>
  );
}

/** Chooses one more: a colleague to watch, or a case that belongs with this one. */
function Adder({ target, label, without, onPick, onClose }: { readonly target: 'user' | 'case'; readonly label: string; readonly without: readonly string[]; readonly onPick: (picked: NamedRef) => void; readonly onClose: () => void }) {
  const t = useCaseTexts();
  return <div className="row case-adder"><RecordPicker target={target} label={label} placeholder={label} value={undefined} without={without} onChange={(picked) => { if (picked) onPick(picked); }} /><Button onClick={onClose}>{t('cancel')}</Button></div>;
}

/** Cases that belong with this one, and who watches it (SE-1). */
export default function CirclePanel(props: RecordSlotProps) {
  const t = useCaseTexts();
  const { record } = props;
  const { found, act } = useCircle(record.id);
  const mayWrite = useCaseProcess(record.id).data?.mayWrite === true;
  const [adding, setAdding] = useState<'user' | 'case'>();
  const params = { id: record.id };
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card-body"><SkeletonLines count={2} /></div>;
  const { watchers, isWatching, related } = found.data;
  const add = (picked: NamedRef) => {
    setAdding(undefined);
    if (adding === 'user') void act(() => call('POST /service/cases/{id}/watchers', { params, body: { user: picked.id } }), t('circle.called', { name: picked.name }));
    else void act(() => call('POST /service/cases/{id}/links', { params, body: { other: picked.id } }), t('circle.linked', { number: picked.name }));
  };
  return (
    <div className="card-body stack case-circle">
      {related.length > 0 ? <Related {...props} related={related} mayWrite={mayWrite} act={act} /> : <p className="small muted">{t('circle.noRelated')}</p>}
      <p className="small">{watchers.length === 0 ? <span className="muted">{t('circle.noWatchers')}</span> : t('circle.watchers', { names: watchers.map((each) => each.name).join('、') })}</p>
      {adding !== undefined && <Adder target={adding} label={t(adding === 'user' ? 'circle.addWatcher' : 'circle.addRelated')} without={adding === 'user' ? watchers.map((each) => each.id) : [record.id, ...related.map((each) => each.id)]} onPick={add} onClose={() => setAdding(undefined)} />}
      <div className="row wrap case-circle-foot">
        <button type="button" className="plain-button" aria-pressed={isWatching} onClick={() => void act(() => call('PUT /service/cases/{id}/watching', { params, body: { isWatching: !isWatching } }), t(isWatching ? 'circle.unwatched' : 'circle.watched'))}>{isWatching ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}{t(isWatching ? 'circle.unwatch' : 'circle.watch')}</button>
        {mayWrite && <button type="button" className="plain-button" onClick={() => setAdding('user')}><UserPlus size={14} aria-hidden />{t('circle.addWatcher')}</button>}
        {mayWrite && <button type="button" className="plain-button" onClick={() => setAdding('case')}><Link2 size={14} aria-hidden />{t('circle.addRelated')}</button>}
      </div>
    </div>
  );
}
