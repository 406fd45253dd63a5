import { Button } from 'antd';
import { useState } from 'react';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import type { PolicyView } from '../use-policies.ts';
import { ImpactBars } from './impact-bars.tsx';
import { simulate, type SimulationView, useLastMonths } from './use-simulation.ts';

/** Beside the table: what the draft would have changed in the last six months. */
export function SimulationCard({ policy, number, flush }: { policy: PolicyView; number: number; flush?: () => Promise<boolean> }) {
  const t = useTexts(policiesTexts);
  const period = useLastMonths();
  const [answer, setAnswer] = useState<SimulationView>();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      if (!flush || (await flush())) setAnswer(await simulate(policy.key, number, period));
    } catch (problem) {
      reportProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card no-print">
      <h2 className="card-head">{answer ? t('sim.cardOf', { from: period.from.slice(0, 7), to: period.to.slice(0, 7) }) : t('sim.title')}</h2>
      <div className="card-body stack">
        {answer ? (
          <>
            <p><b className="sim-figure">{formatNumber(answer.changes.length)}</b> <span className="muted">{t('sim.changed', { count: answer.changes.length, total: formatNumber(answer.decisions) })}</span></p>
            <ImpactBars point={policy.point} changes={answer.changes} />
            <div className="row wrap"><Button size="small" loading={isBusy} onClick={() => void run()}>{t('sim.again')}</Button><PageLink to={`/policies/${policy.key}/simulation`}>{t('sim.more')}</PageLink></div>
          </>
        ) : <><p className="small muted">{t('sim.cardHint')}</p><div><Button loading={isBusy} onClick={() => void run()}>{t('sim.lastMonths')}</Button></div></>}
      </div>
    </section>
  );
}
