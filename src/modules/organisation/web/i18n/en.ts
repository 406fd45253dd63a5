import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Organisation', hint: 'Units decide how far data reach: “Unit” and “+ below” follow this tree. A unit that moves takes everything below and its people along.', tree: 'Tree of units', heads: '{count}',
  moveHint: 'Drag to move. Keys: arrows choose, Alt with an arrow moves (up and down among siblings, left out, right in).', new: 'New unit', addBelow: 'Add below', editTitle: 'Change “{name}”',
  name: 'Name', kind: 'Kind', parent: 'Parent unit', manager: 'Manager', people: 'People', noPeople: 'Nobody has this as their unit yet.', ledBy: 'Led by {name}', noManager: 'No manager yet',
  saved: '“{name}” saved', created: '“{name}” created', moved: '“{name}” now stands under “{to}”', reordered: '“{name}” moved', deleted: '“{name}” deleted', deleteTitle: 'Delete “{name}”',
  deleteUsed: '“{name}” still has {people} {people|person|people} and {below} {below|unit|units} below, so it cannot be deleted. Move the people to another unit and the units elsewhere first.', deleteHint: 'Only a unit without people and without units below can be deleted. Records that belong to it stay within reach of the units above.', none: 'There is no organisation yet', noneHint: 'After the first set-up the company stands here as the first unit.',
};
