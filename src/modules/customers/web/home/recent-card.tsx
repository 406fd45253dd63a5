import { useState } from 'react';
import { useAddress } from '#kit/module/registry.tsx';
import { readRecent } from '#kit/palette/recent-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';

const SHOWN = 7;

/** What the person looked at lately, to go on where they were. */
export function RecentCard() {
  const t = useCustomersTexts();
  const pick = usePick();
  const find = useFindObject();
  const address = useAddress();
  const [recent] = useState(readRecent);
  const known = recent.flatMap((record) => {
    const object = find(record.object);
    return object ? [{ ...record, object }] : [];
  }).slice(0, SHOWN);
  return (
    <HomeCard title={t('home.recent')} height={260}>
      {known.length === 0 && <p className="panel-empty muted">{t('home.noRecent')}</p>}
      <ul>
        {known.map(({ id, title, object }) => (
          <li key={id} className="panel-line home-line"><PageLink to={`${address(object)}/${id}`} className="home-name grow truncate">{title}</PageLink><span className="small faint">{pick(object.label.one)}</span></li>
        ))}
      </ul>
    </HomeCard>
  );
}
