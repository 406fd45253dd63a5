import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';

/** A time that the program measures itself, offered by a module above for moments of truth (SE-22, SE-23). */
export interface WaitMeasure {
  /** `<module>.<word>`, kept with the step. */
  readonly key: string;
  readonly label: Bilingual;
  /** Seconds that are usual in a unit and those below it over the last days, and of how many; null without events. */
  readonly read: (ctx: Pick<Context, 'db' | 'now'>, of: { readonly unit: Id | null; readonly days: number }) => Promise<{ readonly seconds: number; readonly count: number } | null>;
}

const measures: WaitMeasure[] = [];

/** Called at load by the modules above. */
export const addWaitMeasure = (measure: WaitMeasure): void => {
  measures.push(measure);
};

export const waitMeasures = (): readonly WaitMeasure[] => measures;
export const findWaitMeasure = (key: string): WaitMeasure | undefined => measures.find((measure) => measure.key === key);
