import { formatNumber } from '#kit/texts/numbers.ts';

type Say = (key: 'place.metres' | 'place.kilometres', params: { readonly count: string }) => string;

/** Metres up to a kilometre, then kilometres with one decimal. */
export const sayDistance = (t: Say, metres: number): string =>
  metres < 1_000 ? t('place.metres', { count: formatNumber(Math.round(metres)) }) : t('place.kilometres', { count: formatNumber(metres / 1_000, 1) });
