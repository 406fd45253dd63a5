import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import type { ImportOptions } from './use-imports.ts';

interface Props {
  readonly object: ObjectMeta;
  readonly mapping: readonly (string | null)[];
  readonly options: ImportOptions;
  onChange(options: ImportOptions): void;
}

const MATCHING = new Set(['text', 'autoNumber', 'email', 'phone']);

/** What the import does: create or update, by which key, with doubles, for whom. */
export function MappingOptions({ object, mapping, options, onChange }: Props) {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const keys = mapping.flatMap((key) => {
    const field = key === null ? undefined : fieldOf(object, key);
    const isKey = field && MATCHING.has(field.type) && (field.identity === true || field.check === 'uscc' || field.type === 'email' || field.type === 'phone');
    return isKey ? [{ value: field.key, label: field.label[locale] }] : [];
  });
  const setMode = (mode: ImportOptions['mode']) => {
    const first = keys.find((key) => key.value === 'code') ?? keys.find((key) => key.value === 'externalCode') ?? keys[0];
    onChange({ ...options, mode, matchBy: mode === 'create' ? [] : options.matchBy.length > 0 ? options.matchBy : first ? [first.value] : [] });
  };
  return (
    <div className="map-options">
      <Labelled label={t('map.mode')}>
        <Select value={options.mode} onChange={setMode} options={[
          { value: 'create', label: t('map.create') }, { value: 'update', label: t('map.update') }, { value: 'both', label: t('map.both') },
        ]} />
      </Labelled>
      {options.mode !== 'create' && (
        <Labelled label={t('map.matchBy')}>
          <Select mode="multiple" value={[...options.matchBy]} options={keys} onChange={(matchBy: string[]) => onChange({ ...options, matchBy })} />
        </Labelled>
      )}
      {options.mode !== 'update' && (
        <Labelled label={t('map.duplicates')}>
          <Select value={options.duplicates} onChange={(duplicates) => onChange({ ...options, duplicates })} options={[
            { value: 'skip', label: t('map.skip') }, { value: 'update', label: t('map.updateIt') }, { value: 'create', label: t('map.makeAnyway') },
          ]} />
        </Labelled>
      )}
      {object.isOwned && object.grants.assign !== undefined && (
        <Labelled label={t('map.owner')}>
          <Select value={options.owner.kind} onChange={(kind) => onChange({ ...options, owner: { kind } })} options={[
            { value: 'me', label: t('map.me') }, { value: 'pool', label: t('map.pool') },
            ...(mapping.includes('owner') ? [{ value: 'column' as const, label: t('map.fromColumn') }] : []),
          ]} />
        </Labelled>
      )}
    </div>
  );
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => <label><span className="small muted">{label}</span>{children}</label>;
