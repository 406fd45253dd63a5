import { provinceOf } from '#kernel/province.ts';
import { useQuery } from '@tanstack/react-query';

export interface Address {
  readonly region: string | null;
  readonly street: string | null;
}

export function readAddress(value: unknown): Address {
  if (typeof value !== 'object' || value === null) return { region: null, street: null };
  const region = 'region' in value && typeof value.region === 'string' ? value.region : null;
  const street = 'street' in value && typeof value.street === 'string' ? value.street : null;
  return { region, street };
}

/** The table of 3 500 districts weighs 160 kB: loaded when the first address shows. */
export const regionTreeQuery = {
  queryKey: ['region-tree'],
  queryFn: () => import('#kernel/region-tree.ts'),
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/** `河北省 沧州市 渤海新区`; the province alone until the table has come. */
export function useRegionWords(region: string | null): string {
  const tree = useQuery({ ...regionTreeQuery, enabled: region !== null });
  if (region === null) return '';
  const names = tree.data?.regionPath(region).map((place) => place.name);
  return names && names.length > 0 ? names.join(' ') : (provinceOf(region)?.name ?? region);
}

export function AddressValue({ value, isCell }: { value: unknown; isCell: boolean }) {
  const { region, street } = readAddress(value);
  const words = useRegionWords(region);
  if (isCell) return <>{[words, street].filter(Boolean).join(' ')}</>;
  return <span>{words}{street && <span className="value-block">{street}</span>}</span>;
}
