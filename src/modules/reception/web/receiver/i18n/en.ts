import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  change: 'Change receiver', title: '{visitor}: change of receiver', now: '{name} is receiving', what: 'What the customer wants', refusal: 'Not this receiver', midwayDesignation: 'Somebody by name', who: 'Whom', reason: 'What happened (kept with the registration)',
  result: 'What the rule says', apply: 'Do as the clause says', noCase: 'This visit has founded no ownership yet: the receiver cannot be changed.', moved: '{name} receives now (clause {clause})', stayed: '{name} goes on receiving (clause {clause})', waiting: 'Done by the clause; nobody is free to receive at the moment',
};
