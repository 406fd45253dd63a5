import type { Scope } from '#meta/object.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';

interface ScopeSelectProps {
  readonly value: Scope | undefined;
  /** What holds without this cell: the grant for every object. */
  readonly inherited: Scope | undefined;
  readonly label: string;
  onChange(scope: Scope | undefined): void;
}

const reach = ['own', 'unit', 'unitBelow', 'all'] as const;

const isScope = (text: string): text is Scope => reach.some((scope) => scope === text);

/** One cell of the matrix. The browser's own select: hundreds of them stay quick, and every device knows how to open it. */
export function ScopeSelect({ value, inherited, label, onChange }: ScopeSelectProps) {
  const t = useTexts(identityWebTexts);
  const isInherited = inherited !== undefined && reach.indexOf(inherited) > (value === undefined ? -1 : reach.indexOf(value));
  const shown = isInherited ? inherited : value;
  return (
    <select
      className={`scope scope-${shown ?? 'none'}${isInherited ? ' scope-inherited' : ''}`} aria-label={label} value={shown ?? ''}
      title={isInherited ? t('role.inherited') : undefined}
      onChange={(e) => onChange(isScope(e.target.value) ? e.target.value : undefined)}
    >
      {!isInherited && <option value="">{t('scope.none')}</option>}
      {reach.map((scope) => <option key={scope} value={scope} disabled={isInherited && reach.indexOf(scope) < reach.indexOf(inherited)}>{t(`scope.${scope}`)}</option>)}
    </select>
  );
}
