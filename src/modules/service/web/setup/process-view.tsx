import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useSetupTexts } from './setup-web.texts.ts';

/** The processes as new cases get them: each step, who does it, what it asks (SE-3). */
export function ProcessView() {
  const t = useSetupTexts();
  const pick = usePick();
  const found = useQuery({ queryKey: ['service-processes'], queryFn: ({ signal }) => call('GET /service/processes', { signal }) });
  return (
    <AdminCard title={t('processes.title')} note={t('processes.note')} isFlush>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={4} /></div>}
      {found.data?.data.map((process) => (
        <details key={process.id} className="setup-process">
          <summary><b>{pick(process.name)}</b> <span className="small muted">{t('processes.steps', { n: process.steps.length })} · {t('processes.revision', { n: process.revision })} · {t('processes.running', { n: process.running })}</span></summary>
          <ol>
            {process.steps.map((step) => (
              <li key={step.key}>
                <p><b>{pick(step.label)}</b> <span className="tag">{t(`processes.actor.${step.actor}`)}</span></p>
                {step.questions.length === 0 ? <p className="small muted">{t('processes.nothing')}</p> : (
                  <ul className="small">{step.questions.map((question) => <li key={question.key}>{pick(question.label)} <span className="muted">{t(question.isRequired ? 'processes.required' : 'processes.optional')}</span></li>)}</ul>
                )}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </AdminCard>
  );
}
