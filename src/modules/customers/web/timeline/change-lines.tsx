import { isBlank } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useState } from 'react';
import { useCustomersTexts } from '../use-customers-texts.ts';
import type { EntryChange, TimelineEntry } from './timeline-entry-data.ts';

/** Changes shown before "all": a new record has thirty of them. */
const SHOWN = 4;

function ChangeLine({ object, field, change }: { object: ObjectMeta; field: FieldMeta; change: EntryChange }) {
  const t = useCustomersTexts();
  const kit = useKitTexts();
  const pick = usePick();
  return (
    <li>
      <span className="faint">{pick(field.label)}{kit('app.colon')}</span>
      {!isBlank(change.from) && <><del><FieldValue object={object} field={field} value={change.from} isCell /></del><span className="faint" aria-label={t('timeline.becomes')}> → </span></>}
      {isBlank(change.to) ? <span className="faint">{t('timeline.emptied')}</span> : <ins><FieldValue object={object} field={field} value={change.to} isCell /></ins>}
    </li>
  );
}

/** From what to what, in the words of the fields (PL-50). */
export function ChangeLines({ entry }: { entry: TimelineEntry }) {
  const t = useCustomersTexts();
  const find = useFindObject();
  const [isAll, setAll] = useState(false);
  const known = entry.changes.flatMap((change) => {
    const object = find(change.object);
    const field = object && fieldOf(object, change.field);
    return object && field && !(isBlank(change.from) && isBlank(change.to)) ? [{ object, field, change }] : [];
  });
  if (known.length === 0) return null;
  const shown = isAll ? known : known.slice(0, SHOWN);
  return (
    <ul className="entry-changes">
      {shown.map(({ object, field, change }) => <ChangeLine key={`${object.key} ${change.recordId} ${field.key}`} object={object} field={field} change={change} />)}
      {known.length > shown.length && <li><button type="button" className="link-button" onClick={() => setAll(true)}>{t('timeline.moreChanges', { count: known.length - shown.length })}</button></li>}
    </ul>
  );
}
