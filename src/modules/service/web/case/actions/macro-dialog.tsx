import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { type RowOf, call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import type { RecordData } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';

type Macro = RowOf<'GET /service/cases/{id}/macros'>;

/** What each act of a macro will do to this very case, in order. */
function Preview({ macro }: { readonly macro: Macro }) {
  const t = useCaseTexts();
  const said = (step: Macro['steps'][number]): string => {
    if (step.do === 'priority') return t(`macro.levels.${step.text === 'low' || step.text === 'high' || step.text === 'urgent' ? step.text : 'normal'}`);
    return step.do === 'handOn' ? (step.name ?? t('macro.gone')) : step.text;
  };
  return (
    <ol className="case-preview" aria-label={t('macro.preview')}>
      {macro.steps.map((step, at) => <li key={`${step.do} ${String(at)}`}><span className="small muted">{t(`macro.acts.${step.do}`)}</span><span className="case-words">{said(step)}</span></li>)}
    </ol>
  );
}

/** The macros of the desk, seen as they would act before they do; all of one or nothing of it (SE-10). */
export default function MacroDialog({ record, onClose }: { readonly record: RecordData; onClose(): void }) {
  const t = useCaseTexts();
  const name = useId();
  const mayManage = useHasRight('service.manage');
  const [chosen, setChosen] = useState<string>();
  const found = useQuery({ queryKey: ['record', 'case', record.id, 'macros'], queryFn: ({ signal }) => call('GET /service/cases/{id}/macros', { signal, params: { id: record.id } }) });
  const macros = found.data?.data ?? [];
  const macro = macros.find((each) => each.id === chosen);
  const run = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/macros/{macro}', { params: { id: record.id, macro: macro?.id ?? '' }, idempotencyKey });
    return t('macro.done', { name: macro?.name ?? '' });
  };
  return (
    <ActionDialog caseId={record.id} title={t('macro.title')} label={t('macro.run')} isReady={macro?.isReadable === true} run={run} onClose={onClose}>
      {found.error && macros.length === 0 ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending && <SkeletonLines count={3} />}
      {found.isSuccess && macros.length === 0 && <p className="muted">{t('macro.none')} {mayManage ? <PageLink to="/admin/service">{t('macro.make')}</PageLink> : t('macro.ask')}</p>}
      <div role="radiogroup" aria-label={t('macro.title')} className="pick-list">
        {macros.map((each) => (
          <label key={each.id} className="pick-line" htmlFor={`${name}-${each.id}`}>
            <input id={`${name}-${each.id}`} type="radio" name={name} checked={each.id === chosen} onChange={() => setChosen(each.id)} />
            <span className="grow case-pick-text">{each.name}<span className="small muted">{each.steps.map((step) => t(`macro.acts.${step.do}`)).join(' → ')}</span></span>
          </label>
        ))}
      </div>
      <div aria-live="polite">{macro && (macro.isReadable ? <Preview macro={macro} /> : <p className="small danger">{t('macro.broken')}</p>)}</div>
    </ActionDialog>
  );
}
