import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { textOf } from '#kit/field/field-props.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { organisationWebTexts } from './organisation-web.texts.ts';
import { pathOf, type Unit } from './unit-tree.ts';
import { usePeople } from './use-units.ts';

interface UnitPanelProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly mayManage: boolean;
  onAdd(): void;
  onEdit(): void;
  onDelete(): void;
}

function People({ unit }: { unit: Unit }) {
  const t = useTexts(organisationWebTexts);
  const people = usePeople(unit.id);
  if (!people.data) return <div className="card-body"><SkeletonLines count={3} /></div>;
  if (people.data.length === 0) return <p className="card-body small muted">{t('noPeople')}</p>;
  return (
    <ul className="admin-lines">
      {people.data.map((person) => {
        const name = textOf(person['name']);
        return (
          <li key={person.id}>
            <span className="avatar" aria-hidden>{name.slice(0, 1)}</span>
            <div className="grow row"><PageLink to={`/users/${person.id}`}>{name}</PageLink><span className="small muted truncate">{textOf(person['title'])}</span></div>
            {unit.manager?.id === person.id && <span className="tag tag-qing">{t('manager')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The chosen unit: where it stands, who leads it, who belongs to it. */
export function UnitPanel({ unit, units, mayManage, onAdd, onEdit, onDelete }: UnitPanelProps) {
  const t = useTexts(organisationWebTexts);
  const kit = useKitTexts();
  const above = pathOf(units, unit.id).slice(0, -1).map((u) => u.name).join(' / ');
  return (
    <aside className="card org-panel" aria-label={unit.name}>
      <div className="card-body stack">
        <div>
          {above && <div className="small faint">{above}</div>}
          <h2 className="org-title">{unit.name}</h2>
          <div className="small muted">{unit.manager ? t('ledBy', { name: unit.manager.name }) : t('noManager')}</div>
        </div>
        {mayManage && (
          <div className="row wrap">
            <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={onAdd}>{t('addBelow')}</Button>
            <Button size="small" onClick={onEdit}>{kit('action.edit')}</Button>
            {unit.parent !== null && <Button size="small" danger onClick={onDelete}>{kit('action.delete')}</Button>}
          </div>
        )}
      </div>
      <h3 className="card-head org-people">{t('people')}</h3>
      <People unit={unit} />
    </aside>
  );
}
