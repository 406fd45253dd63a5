import type { CallAnswer } from '#kit/api/typed-client.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AmountWhy } from '../parts/amount-why.tsx';
import { sayAmount, sumAmounts, useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';

type Line = CallAnswer<'GET /commission/accounts/{account}'>['lines'][number];

/** What a line is about: a deal, or the day of a penalty. */
function Subject({ line }: { line: Line }) {
  const t = useCommissionTexts();
  if (line.penaltyId !== null) return <PageLink to="/commission/penalties">{t('line.penaltyOf', { day: line.subject })}</PageLink>;
  if (line.dealId === null) return <>{line.subject}</>;
  return <PageLink to={`/commission/deals/${line.dealId}`}>{line.subject}</PageLink>;
}

/** The lines of a statement with their sum. */
export function AccountLines({ lines, month }: { lines: readonly Line[]; month: string }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const currencies = [...new Set(lines.map((line) => line.currency))];
  return (
    <section className="card">
      <h2 className="card-head">{t('line.statement')} <span className="small muted">{month}</span></h2>
      <div className="cm-scroll">
        <table className="cm-table is-cards">
          <thead><tr><th scope="col">{t('line.subject')}</th><th scope="col" className="number">{t('line.amount')}</th><th scope="col">{t('line.kind')}</th><th scope="col">{t('line.why')}</th></tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row"><Subject line={line} /> <span className="small muted">{line.siteName}</span></th>
                <td className={Number(line.amount) < 0 ? 'number cm-less' : 'number'}>{sayAmount(line.amount, line.currency)}</td>
                <td className="is-minor">{words.doing(line.kind, line.reason)}{line.percent !== null && Number(line.percent) > 0 && ` · ${Number(Number(line.percent).toFixed(2))}%`}</td>
                <td><AmountWhy entry={line.id} clause={line.clause} about={line.subject} /></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {currencies.map((currency) => <tr key={currency}><th scope="row">{t('line.total')}</th><td className="number">{sayAmount(sumAmounts(lines.filter((line) => line.currency === currency).map((line) => line.amount)), currency)}</td><td className="is-empty" colSpan={2} aria-hidden>{''}</td></tr>)}
          </tfoot>
        </table>
      </div>
    </section>
  );
}
