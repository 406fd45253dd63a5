import type { ProcessStep } from '../../rules/process.ts';
import { type StepChange, type StepDifference, compareProcesses } from '../../rules/process-difference.ts';
import type { WorkedProcess } from './process-edit.ts';
import { useProcessWords } from './use-process-words.ts';

function ChangeLine({ change, before, after }: { readonly change: StepChange; readonly before: ProcessStep; readonly after: ProcessStep }) {
  const { t, pick, stepName, dueName } = useProcessWords();
  const sides = {
    label: [stepName(before), stepName(after)], actor: [t(`actor.${before.actor}`), t(`actor.${after.actor}`)], effect: [t(`effect.${before.effect}`), t(`effect.${after.effect}`)], due: [dueName(before.due), dueName(after.due)],
  } as const;
  const [from = '', to = ''] = change.what in sides ? sides[change.what as keyof typeof sides] : [];
  return <li>{t(`difference.what.${change.what}`, { from, to, name: change.question ? pick(change.question) || t('rail.nameless') : '' })}</li>;
}

const tone = { added: 'tag-green', removed: 'tag-zhu', changed: 'tag-qing' } as const;

function StepLine({ kind, step, before, changes }: StepDifference) {
  const { t, stepName } = useProcessWords();
  return (
    <li>
      <span className={`tag ${tone[kind]}`}>{t(`difference.${kind}`)}</span>
      <div className="grow">
        <b className={kind === 'removed' ? 'process-gone' : ''}>{stepName(step)}</b>
        {kind === 'added' && <p className="small muted">{t(`actor.${step.actor}`)} · {t(`effect.${step.effect}`)}</p>}
        {before && <ul className="small process-changes">{changes.map((change) => <ChangeLine key={`${change.what} ${change.question?.en ?? ''}`} change={change} before={before} after={step} />)}</ul>}
      </div>
    </li>
  );
}

/** What publishing would change against the revision in force. */
export function DifferenceCard({ before, after }: { readonly before: WorkedProcess | null; readonly after: WorkedProcess }) {
  const { t, pick } = useProcessWords();
  if (before === null) return <p className="card card-body muted">{t('difference.first')}</p>;
  const { isRenamed, steps } = compareProcesses(before, after);
  if (!isRenamed && steps.length === 0) return <p className="card card-body muted">{t('difference.none')}</p>;
  return (
    <section className="card" aria-label={t('tabs.difference')}>
      {isRenamed && <p className="card-body">{t('difference.renamed', { from: pick(before.name), to: pick(after.name) })}</p>}
      <ul className="admin-lines process-differences">{steps.map((each) => <StepLine key={`${each.kind} ${each.step.key}`} {...each} />)}</ul>
    </section>
  );
}
