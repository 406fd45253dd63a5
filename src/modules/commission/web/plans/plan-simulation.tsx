import { Button } from 'antd';
import { useState } from 'react';
import { addMonths } from '#kernel/period.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { sayAmount, useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';

type Answer = CallAnswer<'POST /commission/plans/{id}/simulate'>;

/** A version tried on the last quarter's deals, with the difference for each person (RE-31). */
export function PlanSimulation({ planId, number }: { planId: string; number: number }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const today = useFormat().today();
  const [answer, setAnswer] = useState<Answer>();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      setAnswer(await call('POST /commission/plans/{id}/simulate', { params: { id: planId }, body: { number, from: addMonths(today, -3), to: today } }));
    } catch (problem) {
      reportProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  const people = answer?.people.filter((each) => Number(each.difference) !== 0) ?? [];
  return (
    <div className="cm-note stack">
      <div className="row wrap no-print"><Button loading={isBusy} onClick={() => void run()}>{t('plan.simulate')}</Button>{answer && <span className="muted">{t('plan.simulated', { deals: answer.deals, changed: answer.changed })} {people.length === 0 && t('plan.same')}</span>}</div>
      {people.length > 0 && (
        <div className="cm-scroll">
          <table className="cm-table">
            <thead><tr><th scope="col">{t('line.person')}</th><th scope="col" className="number">{t('plan.before')}</th><th scope="col" className="number">{t('plan.after')}</th><th scope="col" className="number">{t('plan.difference')}</th></tr></thead>
            <tbody>
              {people.map((each) => (
                <tr key={each.key}>
                  <th scope="row">{each.name ?? words.account(each.account)}</th><td className="number">{sayAmount(each.before, each.currency)}</td><td className="number">{sayAmount(each.after, each.currency)}</td>
                  <td className={Number(each.difference) < 0 ? 'number cm-less' : 'number'}>{sayAmount(each.difference, each.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
