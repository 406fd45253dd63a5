import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { call, type CallAnswer } from '../api/typed-client.ts';
import { useHasRight } from '../api/session.ts';
import { ErrorState, SkeletonLines } from '../overlay/empty-state.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AnchoredDialog } from './anchored-dialog.tsx';
import { whyTexts } from './why.texts.ts';
import './why.css';

type Decided = CallAnswer<'GET /decisions/{id}'>;

/** A clause with its mark: `据 3.7i`, in English `§ 3.7i`. */
export function ClauseMark({ clause }: { clause: string }) {
  const t = useTexts(whyTexts);
  return <><b>{t('mark')}</b>{clause}</>;
}

interface WhyProps {
  /** The decision's id. */
  readonly decision: string;
  /** The clause's number when the page knows it: the mark shows it. */
  readonly clause?: string | null;
  /** What the answer is about, for readers of a screen. */
  readonly about?: string;
}

/**
 * The *Why?* beside a value that a policy decided (PL-41): clause and wording, the facts that decided, results, version,
 * when and by whom. Loads when opened.
 */
export function Why({ decision, clause, about }: WhyProps) {
  const t = useTexts(whyTexts);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="why-mark" aria-haspopup="dialog" aria-expanded={isOpen} aria-label={[clause ? `${t('mark')}${clause}` : undefined, about, t('label')].filter(Boolean).join(' ')} onClick={() => setOpen(true)}>
        {clause ? <ClauseMark clause={clause} /> : t('label')}
      </button>
      {isOpen && <AnchoredDialog anchor={button} title={t('label')} isTitleHidden width={400} onClose={() => setOpen(false)}><WhyLoaded decision={decision} /></AnchoredDialog>}
    </>
  );
}

function WhyLoaded({ decision }: { decision: string }) {
  const t = useTexts(whyTexts);
  const found = useQuery({ queryKey: ['decision', decision], queryFn: ({ signal }) => call('GET /decisions/{id}', { signal, params: { id: decision } }), staleTime: 60_000 });
  if (found.error) return <ErrorState error={found.error} title={t('missing')} />;
  return found.data ? <WhyStory decided={found.data} /> : <SkeletonLines count={5} />;
}

function WhyStory({ decided }: { decided: Decided }) {
  const t = useTexts(whyTexts);
  const pick = usePick();
  const format = useFormat();
  const mayRead = useHasRight('policies.read');
  const { explanation } = decided;
  const since = decided.activeFrom.slice(0, 4) < '2001' ? t('long') : t('since', { day: format.fullMoment(decided.activeFrom).slice(0, 10) });
  return (
    <>
      <WhyBody explanation={explanation} />
      <footer className="why-foot small muted">
        <div>{pick(decided.packLabel)} · {t('version', { policy: pick(decided.policyLabel), number: decided.versionNumber })} · {since}</div>
        <div>{t('decided', { at: format.fullMoment(decided.decidedAt), who: decided.actorName ?? t('system') })} · {t('event', { at: format.fullMoment(decided.eventAt) })}</div>
        {mayRead && <PageLink to={`/policies/${decided.policy}`}>{t('open')}</PageLink>}
      </footer>
    </>
  );
}

type Explained = Decided['explanation'];

function Values({ values }: { values: Explained['facts'] }) {
  return <dl className="why-values">{values.map((each) => <div key={each.name}><dt>{each.label}</dt><dd>{each.text}</dd></div>)}</dl>;
}

/** The words of a decision without its record: what the what-if page shows of an answer nobody wrote down. */
export function WhyBody({ explanation, extra }: { explanation: Explained; extra?: ReactNode }) {
  const t = useTexts(whyTexts);
  const { clause } = explanation;
  const deciding = explanation.facts.filter((each) => each.isDeciding);
  const others = explanation.facts.filter((each) => !each.isDeciding);
  const steps = explanation.steps.filter((each) => each.clauses.length > 0);
  return (
    <div className="why-body">
      {clause === null || clause.key === '' ? <p className="muted">{t('noClause')}</p> : (
        <section>
          <div className="row wrap"><span className="why-mark is-plain"><ClauseMark clause={clause.key} /></span>{clause.isInterpretation && <span className="tag tag-hu">{t('interpretation')}</span>}</div>
          <p className="why-text">{clause.text === '' ? t('noText') : clause.text}</p>
        </section>
      )}
      {explanation.results.length > 0 && <section><h3>{t('results')}</h3><Values values={explanation.results} /></section>}
      {extra}
      {deciding.length > 0 && <section><h3>{t('deciding')}</h3><Values values={deciding} /></section>}
      {others.length > 0 && <details><summary>{t('others', { count: others.length })}</summary><Values values={others} /></details>}
      {steps.length > 1 && (
        <details>
          <summary>{t('steps')}</summary>
          <ol className="why-steps">{steps.map((step) => <li key={step.table}><span className="muted">{step.table}</span> {step.clauses.map((each) => <span key={each.key} className="why-mark is-plain" title={each.text}><ClauseMark clause={each.key} /></span>)}</li>)}</ol>
        </details>
      )}
    </div>
  );
}
