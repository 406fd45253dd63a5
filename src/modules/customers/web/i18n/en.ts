import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  panel: { all: 'Show all', denied: 'You may not see these. The account manager can make you a collaborator.' },
  stage: {
    bar: 'Stage of the customer', title: 'Change to “{stage}”', confirm: 'Change to {stage}', fromTo: '{name}: from {from} to {to}.', oneWay: 'There is no direct way back from {to} to {from}.', lostReason: 'Lost reason', pickReason: 'Choose a lost reason.',
    words: 'Explanation', wordsHint: 'Optional; it goes into the timeline.', wordsNeeded: 'Say why; it goes into the timeline.', changed: 'Stage changed to {stage}', undone: 'Took back the last change', since: 'Since {date}', notFrom: 'No direct way from {from} to {to}',
  },
  contact: { add: 'Add contact', primary: 'Primary', prefers: 'Prefers', empty: 'No contacts yet. Note who decides, who uses and who pays, and the next call goes to the right person.' },
  style: {
    talk: 'How to talk', avoid: 'Avoid', wants: 'Wants', fears: 'Fears', talkWith: 'Talking with someone {style}', badge: '{name} is {style}: how to talk', isOf: '{name}: {style}', unknown: 'Style not known yet',
    unknownHint: 'Press a place in the grid: further right is more direct, further up is warmer. Then this page says how to talk with the person.', onBorder: 'Right on the border. Watch a little longer, then move one step to the side that fits.',
    gridHint: 'Press in the grid, or use the arrow keys.', gridRead: 'You may not change this contact.', saved: 'Style noted', people: 'People first', facts: 'Facts first', asks: 'Asks', tells: 'Tells', assertiveness: 'Assertiveness', responsiveness: 'Responsiveness',
    less: 'Less {score}', more: 'More {score}', gridAt: 'Style grid: assertiveness {assertiveness}, responsiveness {responsiveness}', gridNone: 'Style grid: no scores yet',
  },
  need: { add: 'Add need', empty: 'No needs noted. When the customer says “if only …”, write it here.', toggle: 'Met: {need}', wasMet: 'Met: {need}', reopened: 'Open again: {need}', metOf: '{met} of {all} met' },
  relation: {
    add: 'Add relation', household: 'Household', companies: 'Group of companies', referrals: 'Referrals', others: 'Others', open: '{name}: {kind}, open the relation',
    empty: 'No relations yet. Parent company, subsidiaries and referrers go here.', emptyPerson: 'No relations yet. Spouse, family and referrers go here.',
  },
  task: { add: 'Add task', empty: 'Nothing to do. Set the next contact and it will show under Today.', finish: 'Done: {task}', finished: 'Done: {task}' },
};
