import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react';
import type { WorkedProcess } from './process-edit.ts';
import type { ShownRemark } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';

interface RemarkProps {
  readonly process: WorkedProcess;
  readonly remarks: readonly ShownRemark[];
  onGo(step: string): void;
}

/** What the rules find while one edits; a press leads to the step (SE-3). */
export function RemarkCard({ process, remarks, onGo }: RemarkProps) {
  const { t, stepName, remark } = useProcessWords();
  const errors = remarks.filter((each) => each.level === 'error').length;
  const hints = remarks.length - errors;
  const note = [errors > 0 ? t('remarks.errors', { n: errors }) : '', hints > 0 ? t('remarks.hints', { n: hints }) : ''].filter(Boolean).join(' · ');
  return (
    <section className="card" aria-label={t('remarks.title')}>
      <h2 className="card-head">{t('remarks.title')}<span className="small muted admin-note" role="status">{note}</span></h2>
      {remarks.length === 0 && <p className="card-body process-fine"><CircleCheck size={15} aria-hidden /> {t('remarks.fine')}</p>}
      <ul className="admin-lines process-remark-lines">
        {remarks.map((each) => {
          const Icon = each.level === 'error' ? CircleAlert : Lightbulb;
          const step = process.steps.find(({ key }) => key === each.step);
          return (
            <li key={`${each.step} ${each.code} ${each.question ?? ''} ${each.value ?? ''}`} className={each.level === 'error' ? 'is-error' : 'is-hint'}>
              <Icon size={15} aria-hidden />
              <span className="grow small">{step && <b>{stepName(step)}　</b>}{remark(process, each)}</span>
              {step && <button type="button" className="link-button small" onClick={() => onGo(each.step)}>{t('remarks.go')}<span className="visually-hidden"> {stepName(step)}</span></button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
