import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';

/** A part of the evening record that another room fills: follow-ups, deposits, disputes (RE-14). */
export interface EveningSource {
  readonly key: string;
  readonly label: Bilingual;
  readonly read: (ctx: Context, siteId: Id, day: string) => Promise<readonly { readonly title: string; readonly detail: string | null; readonly link: string | null }[]>;
}

const sources: EveningSource[] = [];

/** Registered once at load. */
export const addEveningSource = (source: EveningSource): void => {
  sources.push(source);
};

export const eveningSources = (): readonly EveningSource[] => sources;
