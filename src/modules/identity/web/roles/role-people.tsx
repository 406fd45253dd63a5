import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { useRolePeople } from './use-roles.ts';

/** Who has the role. */
export function RolePeople({ roleKey }: { roleKey: string }) {
  const t = useTexts(identityWebTexts);
  const people = useRolePeople(roleKey);
  if (people.error) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <div className="card-body"><SkeletonLines count={3} /></div>;
  if (people.data.length === 0) return <p className="card-body muted">{t('role.nobody')}</p>;
  return (
    <ul className="admin-lines">
      {people.data.map((person) => (
        <li key={person.id}>
          <span className="avatar" aria-hidden>{person.name.slice(0, 1)}</span>
          <div className="grow row wrap">
            <PageLink to={`/users/${person.id}`}>{person.name}</PageLink>
            <span className="small faint">{person.username}</span>
            {person.unit !== null && <span className="small muted">{person.unit}</span>}
          </div>
          {!person.isActive && <span className="tag tag-zhu">{t('user.off')}</span>}
        </li>
      ))}
    </ul>
  );
}
