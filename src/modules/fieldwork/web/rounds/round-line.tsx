import type { ReactNode } from 'react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useFieldworkTexts, useSayWindow } from '../use-fieldwork.ts';
import { type ShownRound, roundColour } from '../use-rounds.ts';

/** One round in a list: route, window, points, and what became of it. */
export function RoundLine({ round, showsWorker = false, children }: { readonly round: ShownRound; readonly showsWorker?: boolean; readonly children?: ReactNode }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const say = useSayWindow();
  const format = useFormat();
  const facts = [round.number, t('rounds.points', { count: round.points }), showsWorker ? (round.worker?.name ?? t('nobody')) : '', round.doneAt === null ? '' : t('rounds.doneAt', { at: format.moment(round.doneAt) })];
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{pick(round.route)}</b><span className={`tag ${roundColour[round.state]}`}>{t(`rounds.states.${round.state}`)}</span>{round.findings > 0 && <span className="tag tag-zhu">{t('rounds.foundCount', { count: round.findings })}</span>}</div>
        <p>{say(round)}</p>
        <p className="small muted">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {children}
      <PageLink to={`/fieldwork/round/${round.id}`} className="order-go" aria-label={`${t('mine.open')} ${round.number}`}>{t('mine.open')}</PageLink>
    </li>
  );
}
