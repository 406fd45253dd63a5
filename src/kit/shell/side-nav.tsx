import { useLocation } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { type NavGroup, useNav } from '../module/registry.tsx';
import type { NavEntry } from '../module/web-module.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { PageLink } from './page-link.tsx';

const useNothing = (): undefined => undefined;

function NavLink({ entry, isExact, onClick }: { entry: NavEntry; isExact: boolean; onClick: (() => void) | undefined }) {
  const pick = usePick();
  const useBadge = entry.useBadge ?? useNothing;
  const badge = useBadge();
  const Icon = entry.icon;
  return (
    <PageLink to={entry.to} isExact={isExact} className="nav-link" {...(onClick ? { onClick } : {})}>
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

const storageKey = (group: string) => `zhike.nav.${group}`;

function stored(group: string): string | null {
  try {
    return localStorage.getItem(storageKey(group));
  } catch {
    return null;
  }
}

/** Open or closed as this device was left; until then as the group begins, or open while one of its pages is shown. */
function useOpen(group: NavGroup, isInside: boolean): readonly [boolean, (isOpen: boolean) => void] {
  const [byHand, setByHand] = useState(() => stored(group.key));
  const set = (isOpen: boolean) => {
    setByHand(String(isOpen));
    try {
      localStorage.setItem(storageKey(group.key), String(isOpen));
    } catch {
      // Without storage it is open or closed for this visit only.
    }
  };
  return [byHand === null ? isInside || group.isFolded !== true : byHand === 'true', set];
}

function Group({ group, entries, onNavigate }: GroupProps) {
  const pick = usePick();
  const here = useLocation({ select: (location) => location.pathname });
  const [isOpen, setOpen] = useOpen(group, entries.some((entry) => here === entry.to || here.startsWith(`${entry.to}/`)));
  const id = useId();
  // Where one entry lies below another, only the one whose page is shown is marked.
  const links = entries.map((entry) => <NavLink key={entry.key} entry={entry} isExact={entries.some(({ to }) => to.startsWith(`${entry.to}/`))} onClick={onNavigate} />);
  if (!group.label) return <div>{links}</div>;
  return (
    <div>
      <h2 className="nav-head">
        <button type="button" className="nav-heading nav-fold" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {pick(group.label)}
          <ChevronRight size={14} aria-hidden />
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>{links}</div>
    </div>
  );
}

/** The left navigation; also the content of the phone's menu. */
export function SideNav({ className, onNavigate }: { className: string; onNavigate?: () => void }) {
  const t = useKitTexts();
  return (
    <nav className={className} aria-label={t('nav.label')}>
      {useNav().map(({ group, entries }) => <Group key={group.key} group={group} entries={entries} onNavigate={onNavigate} />)}
    </nav>
  );
}
