import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  by: { manager: 'Manager', managerUp: 'Manager {level} levels up', subject: 'Owner', people: '{count} named {count|person|people}' },
  rule: { any: 'any one of them', all: 'all of them', vote: 'vote: at least {quorum} take part, {majority}' },
  majority: { simple: 'more than half', twoThirds: 'two thirds', everyone: 'unanimous' },
};
