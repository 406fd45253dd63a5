import { Heart } from 'lucide-react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { usePerformanceTexts, useWall } from '../use-performance.ts';
import '../performance.css';

const SHOWN = 4;

/** The latest praise on the first page of the day; nothing while the wall is empty. */
export default function HomePraise() {
  const t = usePerformanceTexts();
  const format = useFormat();
  const found = useWall('all', undefined, SHOWN);
  const cards = found.data?.pages[0]?.data ?? [];
  if (cards.length === 0) return null;
  return (
    <section className="card home-card" aria-label={t('wall.title')}>
      <h2 className="card-head"><span className="row"><Heart size={15} aria-hidden />{t('wall.title')}</span><PageLink className="small" to="/praise">{t('wall.homeAll')}</PageLink></h2>
      <ul className="pf-home">
        {cards.map((card) => (
          <li key={card.id}>
            <b>{card.person}</b>
            <span className={`pf-home-words${card.words === null ? ' muted' : ''}`}>{card.words ?? t(card.isWithheld ? 'wall.withheld' : 'wall.noWords')}</span>
            <span className="small muted">{card.kind === 'customer' ? t('wall.byCustomer') : t('wall.by', { who: card.author ?? '' })} · {format.moment(card.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
