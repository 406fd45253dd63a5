import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { AmountWhy } from './amount-why.tsx';
import { sayAmount, sumAmounts, useCommissionTexts, useEntryWords } from './commission-words.ts';

type Answer = CallAnswer<'GET /commission/accounts/{account}/figures/{figure}'>;

export interface FigureOf {
  /** `me`, a fund, or a person's id. */
  readonly account: string;
  readonly figure: Answer['figure'];
  readonly amount: string;
  readonly currency: string;
  readonly month?: string | undefined;
  readonly site?: string | undefined;
}

/** A total that answers Why: pressed, it shows the entries that it is the sum of, each with its own (PL-41). */
export function FigureAmount({ of, label }: { of: FigureOf; label: string }) {
  const t = useCommissionTexts();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="cm-figure" aria-haspopup="dialog" aria-expanded={isOpen} title={t('why.title')} onClick={() => setOpen(true)}>
        {sayAmount(of.amount, of.currency)}<span className="visually-hidden">{t('figure.why', { figure: label })}</span>
      </button>
      {isOpen && <AnchoredDialog anchor={button} title={`${label} ${sayAmount(of.amount, of.currency)}`} width={440} onClose={() => setOpen(false)}><Loaded of={of} /></AnchoredDialog>}
    </>
  );
}

function Loaded({ of: { account, figure, currency, month, site } }: { of: FigureOf }) {
  const found = useQuery({
    queryKey: ['commission', 'figure', account, figure, currency, month, site],
    queryFn: ({ signal }) => call('GET /commission/accounts/{account}/figures/{figure}', {
      signal, params: { account, figure }, query: { currency, ...(month !== undefined && { month }), ...(site !== undefined && { site }) },
    }),
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Sum answer={found.data} /> : <SkeletonLines count={5} />;
}

function Sum({ answer: { amount, count, currency, lines } }: { answer: Answer }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  if (count === 0) return <p className="muted">{t('figure.none')}</p>;
  const rest = sumAmounts([amount, `-${sumAmounts(lines.map((line) => line.amount))}`.replace('--', '')]);
  return (
    <section className="cm-sum">
      <h3 className="small muted">{t('figure.sum', { count })}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span>{line.penaltyId === null ? line.subject : t('line.penaltyOf', { day: line.subject })} <span className="small muted">{words.doing(line.kind, line.reason)} · {line.month}</span></span>
            <b className={Number(line.amount) < 0 ? 'cm-less' : ''}>{sayAmount(line.amount, line.currency)}</b>
            <AmountWhy entry={line.id} clause={line.clause} about={line.subject} />
          </li>
        ))}
      </ul>
      {count > lines.length && <p className="small muted">{t('figure.more', { count: count - lines.length, amount: sayAmount(rest, currency) })}</p>}
      <p className="cm-sum-total"><span>{t('line.total')}</span><b>{sayAmount(amount, currency)}</b></p>
    </section>
  );
}
