import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { ClauseMark, WhyBody } from '#kit/why/why.tsx';
import { sayAmount, useCommissionTexts, useEntryWords } from './commission-words.ts';

/** The *Why?* of one line of the ledger: what happened, how it was worked out, the clause, facts and version (PL-41). */
export function AmountWhy({ entry, clause, about }: { entry: string; clause: string | null; about: string }) {
  const t = useCommissionTexts();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="why-mark" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {clause ? <><ClauseMark clause={clause} /><span className="visually-hidden"> {t('why.title')} {about}</span></> : <>{t('why.title')}<span className="visually-hidden"> {about}</span></>}
      </button>
      {isOpen && <AnchoredDialog anchor={button} title={t('why.title')} isTitleHidden width={420} onClose={() => setOpen(false)}><Loaded entry={entry} /></AnchoredDialog>}
    </>
  );
}

type Answer = CallAnswer<'GET /commission/entries/{id}/why'>;

function Loaded({ entry }: { entry: string }) {
  const found = useQuery({ queryKey: ['commission', 'why', entry], queryFn: ({ signal }) => call('GET /commission/entries/{id}/why', { signal, params: { id: entry } }), staleTime: 60_000 });
  if (found.error) return <ErrorState error={found.error} />;
  return found.data ? <Story answer={found.data} /> : <SkeletonLines count={6} />;
}

function Story({ answer }: { answer: Answer }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const pick = usePick();
  const format = useFormat();
  const { line, decision } = answer;
  const day = (iso: string) => format.fullMoment(iso).slice(0, 10);
  return (
    <>
      {decision && <WhyBody explanation={decision.explanation} extra={<Calculation answer={answer} />} />}
      {!decision && <div className="why-body">{line.clause !== null && <p><span className="why-mark is-plain"><ClauseMark clause={line.clause} /></span></p>}<Calculation answer={answer} /></div>}
      {answer.ruling !== null && <section className="why-body"><h3>{t('why.ruling')}</h3><p className="why-text">{answer.ruling}</p></section>}
      <footer className="why-foot small muted">
        <div>{t('why.event', { reason: words.reason(line.reason), at: format.fullMoment(line.at) })}</div>
        {decision && <div>{pick(decision.packLabel)} · {t('why.version', { policy: pick(decision.policyLabel), number: decision.number })} · {t('why.decided', { at: day(decision.decidedAt) })}</div>}
        {!decision && line.clause === null && <div>{t('why.noDecision')}</div>}
      </footer>
    </>
  );
}

function Calculation({ answer: { line, working } }: { answer: Answer }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const say = (amount: string) => sayAmount(amount, line.currency);
  const { plan } = working;
  if (working.full === null && working.reason === null) return null;
  const isMoved = line.kind === 'freeze' || line.kind === 'release' || line.kind === 'settle';
  return (
    <section>
      <h3>{t('why.calculation')}</h3>
      <dl className="cm-why-sum">
        {working.price !== null && <div><dt>{t('why.price')}</dt><dd>{say(working.price)}</dd></div>}
        {plan?.accrual === 'received' && working.received !== null && <div><dt>{t('why.received')}</dt><dd>{say(working.received)}</dd></div>}
        {working.steps.map((step) => (
          <div key={`${step.kind} ${step.base} ${step.percent}`}><dt className="muted">{t(step.kind === 'extra' ? 'why.extra' : 'why.step', { base: say(step.base), percent: step.percent })}</dt><dd>{say(step.amount)}</dd></div>
        ))}
        {working.full !== null && <div className="is-total"><dt>{t('why.full')}</dt><dd>{say(working.full)}</dd></div>}
        {working.earned !== null && working.earned !== working.full && <div><dt>{t('why.earned')}</dt><dd>{say(working.earned)}</dd></div>}
        {line.percent !== null && <div><dt>{t('why.share')}</dt><dd>{Number(Number(line.percent).toFixed(4))}%</dd></div>}
        <div className="is-total"><dt>{t('why.thisLine')}</dt><dd>{say(line.amount)}</dd></div>
      </dl>
      {isMoved && <p className="small muted">{working.reason === null ? t('why.moved') : t('line.reasonFrozen', { reason: words.frozen(working.reason) })}</p>}
      {plan && <p className="small muted">{t('why.plan', { name: plan.name, number: plan.number, day: plan.activeFrom })} · {t(plan.accrual === 'received' ? 'why.byReceived' : 'why.contract')}</p>}
    </section>
  );
}
