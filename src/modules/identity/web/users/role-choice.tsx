import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useRoleNames } from './use-account.ts';

/** Tick the roles of a person; each says what it is for. */
export function RoleChoice({ label, value, onChange }: { label: string; value: readonly string[]; onChange: (roles: readonly string[]) => void }) {
  const pick = usePick();
  const roles = useRoleNames();
  if (!roles.data) return <SkeletonLines count={6} />;
  return (
    <div className="pick-list" role="group" aria-label={label}>
      {roles.data.map((role) => (
        <label key={role.key} className="pick-line">
          <input
            type="checkbox" checked={value.includes(role.key)}
            onChange={(e) => onChange(e.target.checked ? [...value, role.key] : value.filter((key) => key !== role.key))}
          />
          <span>
            {pick(role.label)}
            {role.description && <span className="small muted"><br />{pick(role.description)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
