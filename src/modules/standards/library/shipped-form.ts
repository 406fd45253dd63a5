import type { AnswerKind, Direction } from '../rules/score-audit.ts';
import type { ServiceArea } from '../rules/service-areas.ts';

/** One standard as shipped, in both languages: the item, and how it is observed. */
export interface ShippedStandard {
  readonly code: string;
  readonly area: ServiceArea;
  readonly weight: number;
  readonly measure: AnswerKind;
  readonly target?: number;
  readonly direction?: Direction;
  readonly unit?: { readonly 'zh-CN': string; readonly en: string };
  readonly item: { readonly 'zh-CN': string; readonly en: string };
  readonly method: { readonly 'zh-CN': string; readonly en: string };
}
