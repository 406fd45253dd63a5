import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  label: 'Why?', mark: '§', clause: 'Clause {clause}', interpretation: 'Our interpretation', noClause: 'No clause applies to these facts.', noText: 'The wording of this clause has not been written down.',
  deciding: 'Facts that decided', others: 'Other facts ({count})', results: 'Result', steps: 'Steps', none: 'none',
  version: '{policy} v{number}', since: 'in force from {day}', long: 'always in force', decided: 'Decided {at} by {who}', event: 'Event of {at}', system: 'the system', open: 'Open the policy', missing: 'This decision was not found, or you may not see it.',
};
