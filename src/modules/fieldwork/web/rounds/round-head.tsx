import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFieldworkTexts, useSayWindow } from '../use-fieldwork.ts';
import { type RoundSheet, roundColour } from '../use-rounds.ts';

/** Which route, when, how many points. */
export function RoundHead({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const say = useSayWindow();
  return (
    <header className="order-head">
      <div className="row wrap"><h1>{pick(sheet.route)}</h1><span className={`tag ${roundColour[sheet.state]}`}>{t(`rounds.states.${sheet.state}`)}</span></div>
      <p className="order-window">{say(sheet)}</p>
      <p className="small muted">{[sheet.number, t('rounds.points', { count: sheet.places.length }), sheet.worker?.name ?? t('nobody')].join(' · ')}</p>
    </header>
  );
}
