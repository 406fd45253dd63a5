import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { FieldInput } from '#kit/field/field-input.tsx';
import { refId } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { ImportInfo, ImportOptions } from '../use-imports.ts';
import { DefaultValues } from './default-values.tsx';

interface Props {
  readonly info: ImportInfo;
  readonly object: ObjectMeta;
  readonly fields: readonly FieldMeta[];
  readonly mapping: readonly (string | null)[];
  readonly options: ImportOptions;
  onChange(options: ImportOptions): void;
}

const MATCHING = new Set(['text', 'autoNumber', 'email', 'phone']);

/** What the import does: create or update, by which key, with doubles, for whom, and what stands where the file is empty. */
export function MappingOptions(props: Props) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const { object, fields, mapping, options, onChange } = props;
  const keys = mapping.flatMap((key) => {
    const field = key === null ? undefined : fieldOf(object, key);
    const isKey = field && MATCHING.has(field.type) && (field.identity === true || field.check === 'uscc' || field.type === 'email' || field.type === 'phone');
    return isKey ? [{ value: field.key, label: pick(field.label) }] : [];
  });
  const setMode = (mode: ImportOptions['mode']) => {
    const first = keys.find((key) => key.value === 'code') ?? keys.find((key) => key.value === 'externalCode') ?? keys[0];
    onChange({ ...options, mode, matchBy: mode === 'create' ? [] : options.matchBy.length > 0 ? options.matchBy : first ? [first.value] : [] });
  };
  const mayUpdate = object.grants.update !== undefined;
  return (
    <>
      <div className="map-options">
        {mayUpdate && (
          <Labelled label={t('map.mode')}>
            <Select value={options.mode} onChange={setMode} options={[
              { value: 'create', label: t('map.create') }, { value: 'update', label: t('map.update') }, { value: 'both', label: t('map.both') },
            ]} />
          </Labelled>
        )}
        {options.mode !== 'create' && (
          <Labelled label={t('map.matchBy')}>
            <Select mode="multiple" value={[...options.matchBy]} options={keys} notFoundContent={t('map.noKey')} onChange={(matchBy: string[]) => onChange({ ...options, matchBy })} />
          </Labelled>
        )}
        {options.mode !== 'update' && (
          <Labelled label={t('map.duplicates')}>
            <Select value={options.duplicates} onChange={(duplicates) => onChange({ ...options, duplicates })} options={[
              { value: 'skip', label: t('map.skip') }, ...(mayUpdate ? [{ value: 'update' as const, label: t('map.updateIt') }] : []), { value: 'create', label: t('map.makeAnyway') },
            ]} />
          </Labelled>
        )}
        {options.mode !== 'update' && <OwnerChoice {...props} />}
        {options.mode !== 'create' && <Reason options={options} onChange={onChange} />}
      </div>
      {options.mode !== 'update' && <DefaultValues object={object} fields={fields} mapping={mapping} defaults={options.defaults} onChange={(defaults) => onChange({ ...options, defaults })} />}
    </>
  );
}

/** Whose the new records are; only who may assign records chooses anybody else. */
function OwnerChoice({ info, object, mapping, options, onChange }: Props) {
  const t = useTexts(transferTexts);
  const field = fieldOf(object, 'owner');
  const { kind, person } = options.owner;
  const [chosen, setChosen] = useState<unknown>(person === undefined ? null : { id: person, name: info.ownerName ?? '' });
  if (!object.isOwned || object.grants.assign === undefined || !field) return null;
  const choose = (value: unknown) => {
    setChosen(value);
    const id = refId(value);
    onChange({ ...options, owner: { kind: 'person', ...(id !== undefined && { person: id }) } });
  };
  return (
    <>
      <Labelled label={t('map.owner')}>
        <Select value={kind} onChange={(next) => { setChosen(null); onChange({ ...options, owner: { kind: next } }); }} options={[
          { value: 'me', label: t('map.me') }, { value: 'person', label: t('map.person') },
          { value: 'column', label: t('map.fromColumn'), disabled: !mapping.includes('owner') }, { value: 'pool', label: t('map.pool') },
        ]} />
      </Labelled>
      {kind === 'person' && (
        <Labelled label={t('map.whichPerson')}>
          <FieldInput object={object} field={{ ...field, required: true }} value={chosen} id="import-owner" label={t('map.whichPerson')} onChange={choose} />
        </Labelled>
      )}
    </>
  );
}

function Reason({ options, onChange }: { options: ImportOptions; onChange: (options: ImportOptions) => void }) {
  const t = useTexts(transferTexts);
  const change = (text: string) => {
    const { reason: _old, ...rest } = options;
    onChange(text === '' ? rest : { ...rest, reason: text });
  };
  return <Labelled label={t('map.reason')}><Input value={options.reason ?? ''} maxLength={500} onChange={(event) => change(event.target.value)} /></Labelled>;
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => <label><span className="small muted">{label}</span>{children}</label>;
