import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { type PickedType, typeGroups, typeIcons } from './type-catalogue.ts';

/** The first step of a new field: what kind of thing is to be written down, each explained in one line. */
export function TypePicker({ onPick }: { onPick: (type: PickedType) => void }) {
  const t = useTexts(administrationTexts);
  return (
    <div className="type-groups">
      {typeGroups.map(({ key, types }) => (
        <section key={key}>
          <h3 className="small muted">{t(`fields.typeGroup.${key}`)}</h3>
          <div className="type-grid">
            {types.map((type) => {
              const Icon = typeIcons[type];
              return (
                <button key={type} type="button" className="type-card" onClick={() => onPick(type)}>
                  <Icon size={17} aria-hidden />
                  <span><b>{t(`fields.type.${type}`)}</b><span className="small muted">{t(`fields.typeHint.${type}`)}</span></span>
                </button>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}
