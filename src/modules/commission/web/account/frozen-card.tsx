import type { CallAnswer } from '#kit/api/typed-client.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AmountWhy } from '../parts/amount-why.tsx';
import { sayAmount, useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';

type Frozen = CallAnswer<'GET /commission/accounts/{account}'>['frozen'];

/** What is held back, and why (RE-22). */
export function FrozenCard({ frozen }: { frozen: Frozen }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  return (
    <section className="card">
      <h2 className="card-head">{t('line.frozen')}</h2>
      <div className="cm-scroll">
        <table className="cm-table is-cards">
          <thead><tr><th scope="col">{t('line.subject')}</th><th scope="col" className="number">{t('line.amount')}</th><th scope="col">{t('line.frozenReason')}</th><th scope="col">{t('line.why')}</th></tr></thead>
          <tbody>
            {frozen.map((each) => (
              <tr key={`${each.dealId} ${each.currency}`}>
                <th scope="row"><PageLink to={`/commission/deals/${each.dealId}`}>{each.label}</PageLink> <span className="small muted">{each.siteName}</span></th>
                <td className="number">{sayAmount(each.amount, each.currency)}</td>
                <td className="is-minor">{words.frozen(each.reason)}</td>
                <td><AmountWhy entry={each.entryId} clause={each.clause} about={each.label} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
