import { useLocation } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { type NavGroup, useNav } from '../module/registry.tsx';
import type { NavEntry } from '../module/web-module.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { PageLink } from './page-link.tsx';

const useNothing = (): undefined => undefined;

function NavLink({ entry, onClick }: { entry: NavEntry; onClick: (() => void) | undefined }) {
  const pick = usePick();
  const useBadge = entry.useBadge ?? useNothing;
  const badge = useBadge();
  const Icon = entry.icon;
  return (
    <PageLink to={entry.to} className="nav-link" {...(onClick ? { onClick } : {})}>
      <Icon size={16} aria-hidden />
      <span className="truncate">{pick(entry.label)}</span>
      {badge !== undefined && badge > 0 && <b className="nav-badge">{badge}</b>}
    </PageLink>
  );
}

interface GroupProps {
  readonly group: NavGroup;
  readonly entries: readonly NavEntry[];
  readonly onNavigate: (() => void) | undefined;
}

/** A folded group is open while one of its pages is shown, unless somebody opened or closed it. */
function FoldedGroup({ group, entries, onNavigate }: GroupProps) {
  const pick = usePick();
  const here = useLocation({ select: (location) => location.pathname });
  const isInside = entries.some((entry) => here === entry.to || here.startsWith(`${entry.to}/`));
  const [byHand, setByHand] = useState<boolean>();
  const id = useId();
  const isShown = byHand ?? isInside;
  return (
    <div>
      <button type="button" className="nav-heading nav-fold" aria-expanded={isShown} aria-controls={id} onClick={() => setByHand(!isShown)}>
        {group.label && pick(group.label)}
        <ChevronRight size={14} aria-hidden />
      </button>
      <div id={id} hidden={!isShown}>{entries.map((entry) => <NavLink key={entry.key} entry={entry} onClick={onNavigate} />)}</div>
    </div>
  );
}

function OpenGroup({ group, entries, onNavigate }: GroupProps) {
  const pick = usePick();
  return (
    <div>
      {group.label && <h2 className="nav-heading">{pick(group.label)}</h2>}
      {entries.map((entry) => <NavLink key={entry.key} entry={entry} onClick={onNavigate} />)}
    </div>
  );
}

/** The left navigation; also the content of the phone's menu. */
export function SideNav({ className, onNavigate }: { className: string; onNavigate?: () => void }) {
  const t = useKitTexts();
  return (
    <nav className={className} aria-label={t('nav.label')}>
      {useNav().map(({ group, entries }) => {
        const Group = group.isFolded === true ? FoldedGroup : OpenGroup;
        return <Group key={group.key} group={group} entries={entries} onNavigate={onNavigate} />;
      })}
    </nav>
  );
}
