import { regionChildren, regionPath } from '#kernel/region-tree.ts';
import { Cascader, Input } from 'antd';
import { useMemo } from 'react';
import { useKitTexts } from '../../texts/use-texts.ts';
import { readAddress } from '../address-value.tsx';
import { type FieldInputProps, inputAria } from '../field-props.ts';

interface RegionOption {
  value: string;
  label: string;
  children?: RegionOption[];
}

function optionsUnder(code: string | null): RegionOption[] {
  return regionChildren(code).map((region) => {
    const children = optionsUnder(region.code);
    return { value: region.code, label: region.name, ...(children.length > 0 ? { children } : {}) };
  });
}

/** Province, city, district, and the street in words. Any depth may be chosen; names may be typed. */
export default function AddressInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { value, onChange, isInvalid, autoFocus = false } = props;
  const { region, street } = readAddress(value);
  const options = useMemo(() => optionsUnder(null), []);
  const change = (next: { region: string | null; street: string | null }) =>
    onChange(next.region === null && next.street === null ? null : next);
  return (
    <div className="stack">
      <Cascader
        {...inputAria(props)} autoFocus={autoFocus} options={options} changeOnSelect showSearch placeholder={t('field.region')} status={isInvalid ? 'error' : ''}
        value={region === null ? [] : regionPath(region).map((place) => place.code)} displayRender={(labels) => labels.join(' ')}
        onChange={(path) => change({ region: path?.at(-1) === undefined ? null : String(path.at(-1)), street })} style={{ width: '100%' }}
      />
      <Input
        aria-label={t('field.street')} placeholder={t('field.street')} value={street ?? ''} maxLength={300}
        onChange={(e) => change({ region, street: e.target.value === '' ? null : e.target.value })}
      />
    </div>
  );
}
