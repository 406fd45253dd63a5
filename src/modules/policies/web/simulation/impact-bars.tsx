import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { useImpact } from './use-simulation.ts';
import type { Impact, SimulatedChange } from './impact-registry.ts';

const signed = (amount: number): string => `${amount > 0 ? '+ ' : ''}${formatNumber(amount, 2)}`;

/** A bar for each person: teal for more, vermilion for less. */
function Bars({ impacts }: { impacts: readonly Impact[] }) {
  const most = Math.max(...impacts.map((each) => Math.abs(each.amount)), 1);
  return (
    <ul className="impact">
      {impacts.map((each) => (
        <li key={each.person}><span className="truncate">{each.name}</span><span className={each.amount < 0 ? 'impact-bar is-less' : 'impact-bar'} style={{ width: `${(Math.abs(each.amount) / most) * 100}%` }} aria-hidden /><span className="number">{signed(each.amount)}</span></li>
      ))}
    </ul>
  );
}

/** What the draft would have been worth to each person; nothing where no module tells amounts. */
export function ImpactBars({ point, changes }: { point: string; changes: readonly SimulatedChange[] }) {
  const t = useTexts(policiesTexts);
  const impact = useImpact(point, changes);
  if (!impact.data || impact.data.length === 0) return null;
  const total = impact.data.reduce((sum, each) => sum + Math.abs(each.amount), 0) / 2;
  return <><p className="small muted">{t('sim.amount', { amount: formatNumber(total, 2), people: impact.data.length })}</p><Bars impacts={impact.data.toSorted((a, b) => b.amount - a.amount)} /></>;
}
