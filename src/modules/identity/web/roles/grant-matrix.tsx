import type { ObjectAction, Scope } from '#meta/object.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { EVERY_OBJECT, type Grants, isMeaningful, matrixActions, withGrant } from './role-types.ts';
import { ScopeSelect } from './scope-select.tsx';

interface MatrixProps {
  readonly grants: Grants;
  onChange(grants: Grants): void;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly object: ObjectMeta | undefined;
}

/** Every object first, then those that the person may know, then keys that the role still names. */
function useLines(grants: Grants): readonly Line[] {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const { objects } = useMeta();
  const lost = Object.keys(grants).filter((key) => key !== EVERY_OBJECT && !objects.some((o) => o.key === key));
  return [
    { key: EVERY_OBJECT, label: t('role.everyObject'), object: undefined },
    ...objects.map((object) => ({ key: object.key, label: pick(object.label.many), object })),
    ...lost.map((key) => ({ key, label: key, object: undefined })),
  ];
}

function MatrixRow({ line, grants, onChange }: MatrixProps & { line: Line }) {
  const t = useTexts(identityWebTexts);
  const { key, label, object } = line;
  const set = (action: ObjectAction, scope: Scope | undefined) => onChange(withGrant(grants, key, action, scope));
  const every = grants[EVERY_OBJECT];
  return (
    <tr className={key === EVERY_OBJECT ? 'matrix-every' : ''}>
      <th scope="row">{label}</th>
      {matrixActions.map((action) => (
        <td key={action} data-label={t(`action.${action}`)} className={object && !isMeaningful(object, action) ? 'matrix-void' : ''}>
          {object && !isMeaningful(object, action) ? <span className="faint" aria-hidden>·</span> : (
            <ScopeSelect
              label={`${label} ${t(`action.${action}`)}`} value={grants[key]?.[action]} inherited={key === EVERY_OBJECT ? undefined : every?.[action]}
              onChange={(scope) => set(action, scope)}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Object × action, each with how far it reaches (PL-30). Tints deepen with the reach, so that a role is read at a glance. */
export function GrantMatrix(props: MatrixProps) {
  const t = useTexts(identityWebTexts);
  const lines = useLines(props.grants);
  return (
    <>
      <p className="small muted matrix-legend">
        <span>{t('role.matrixHint')}</span>
        <span className="row wrap">{(['own', 'unit', 'unitBelow', 'all'] as const).map((scope) => <span key={scope} className={`scope-tag scope-${scope}`}>{t(`scope.${scope}`)}</span>)}</span>
      </p>
      <div className="admin-scroll">
        <table className="admin-table matrix">
          <thead>
            <tr>
              <th scope="col">{t('role.object')}</th>
              {matrixActions.map((action) => <th key={action} scope="col">{t(`action.${action}`)}</th>)}
            </tr>
          </thead>
          <tbody>{lines.map((line) => <MatrixRow key={line.key} line={line} {...props} />)}</tbody>
        </table>
      </div>
    </>
  );
}
