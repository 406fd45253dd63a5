import { useNav } from '../module/registry.tsx';
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

/** The left navigation; also the content of the phone's menu. */
export function SideNav({ className, onNavigate }: { className: string; onNavigate?: () => void }) {
  const t = useKitTexts();
  const pick = usePick();
  return (
    <nav className={className} aria-label={t('nav.label')}>
      {useNav().map(({ group, entries }) => (
        <div key={group.key}>
          {group.label && <h2 className="nav-heading">{pick(group.label)}</h2>}
          {entries.map((entry) => <NavLink key={entry.key} entry={entry} onClick={onNavigate} />)}
        </div>
      ))}
    </nav>
  );
}
