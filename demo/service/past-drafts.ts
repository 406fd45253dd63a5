import type { Id } from '#kernel/ids.ts';
import type { CaseChannel, CaseKind } from '#modules/service/objects/case.object.ts';
import type { Dice } from '../seeded-random.ts';
import type { Draft } from './case-draft.ts';
import { momentOf } from './case-times.ts';
import { placeOf, subjectOf, waitReason } from './desk-words.ts';
import type { DeskFacts } from './desk-facts.ts';
import { type Scene, complaintScenes, repairScenes } from './problem-scenes.ts';
import { enquiryScenes, findingScenes, gateScenes, praiseScenes, serviceScenes, suggestionScenes } from './request-scenes.ts';

/** Service types with their share of all cases, in percent. */
const shares = { 投诉: 18, 报修: 40, 咨询: 14, 服务请求: 10, 停车与门禁: 3, 巡查发现: 2, 建议: 6, 表扬: 7 } as const;
export type TypeName = keyof typeof shares;

const scenesOf: Readonly<Record<TypeName, readonly Scene[]>> = {
  投诉: complaintScenes, 报修: repairScenes, 咨询: enquiryScenes, 服务请求: serviceScenes, 停车与门禁: gateScenes, 巡查发现: findingScenes, 建议: suggestionScenes, 表扬: praiseScenes,
};

const channels: Readonly<Record<'problem' | 'other', Readonly<Partial<Record<CaseChannel, number>>>>> = {
  problem: { phone: 46, portal: 17, web: 11, inPerson: 14, message: 5, mail: 4, letter: 1, entrusted: 2 },
  other: { phone: 38, inPerson: 24, portal: 18, web: 10, mail: 6, message: 4 },
};

export const typeOf = (desk: DeskFacts, name: string): Draft['type'] => {
  const type = desk.types.get(name);
  if (!type) throw new Error(`there is no service type ${name}`);
  return type;
};

const isProblem = (kind: CaseKind): boolean => kind === 'complaint' || kind === 'repair';

export function pickScene(dice: Dice, scenes: readonly Scene[]): Scene {
  const place = dice.weighted(Object.fromEntries(scenes.map((scene, i) => [String(i), scene.weight])));
  const found = scenes[Number(place)];
  if (!found) throw new Error('no scene');
  return found;
}

/** What comes in: type, channel, words and place; not yet when, by whom and how it goes. */
export function whatComes(dice: Dice, desk: DeskFacts, wanted?: TypeName): Pick<Draft, 'type' | 'typeName' | 'kind' | 'channel' | 'scene' | 'place' | 'subject' | 'description' | 'thing'> {
  const typeName = wanted ?? dice.weighted(shares);
  const type = typeOf(desk, typeName);
  const scene = pickScene(dice, scenesOf[typeName]);
  const place = placeOf(dice, scene.spot);
  const { subject, description, thing } = subjectOf(dice, scene, place);
  const channel = typeName === '巡查发现' ? 'inPerson' : dice.weighted<CaseChannel>(complete(channels[isProblem(type.kind) ? 'problem' : 'other']));
  return { type, typeName, kind: type.kind, channel, scene, place, subject, description, thing };
}

const complete = (weights: Readonly<Partial<Record<CaseChannel, number>>>): Readonly<Record<CaseChannel, number>> =>
  ({ phone: 0, mail: 0, web: 0, portal: 0, inPerson: 0, entrusted: 0, letter: 0, chat: 0, message: 0, api: 0, ...weights });

/** What was left lying longer ago than this was found at last; ms. */
const FORGOTTEN = 120 * 86_400_000;

/** A case of the past, with how it will go. */
export function draftPast(dice: Dice, desk: DeskFacts, dayOf: (dice: Dice, kind: CaseKind) => string): Draft {
  const what = whatComes(dice, desk);
  const receiver = dice.pick(desk.agents);
  const owner: Id = dice.chance(0.6) ? receiver : dice.pick(desk.agents);
  const isValid = what.kind !== 'complaint' || dice.chance(what.scene.cause === '误解' ? 0.4 : 0.97);
  const isOnSpot = what.channel === 'phone' && dice.chance(0.14);
  const isWithdrawn = dice.chance(0.012);
  const receivedAt = momentOf(dice, dayOf(dice, what.kind), what.channel, desk.timeZone);
  const isFresh = desk.now.getTime() - receivedAt.getTime() < FORGOTTEN;
  return {
    ...what, receiver, owner, isValid, isOnSpot, isWithdrawn, receivedAt, ...longWay(dice, what.kind === 'complaint' && isValid, isOnSpot || isWithdrawn),
    isReopened: isProblem(what.kind) && isValid && dice.chance(0.07), stopsAt: isProblem(what.kind) && isFresh && dice.chance(0.025) ? dice.pick(['work', 'callback'] as const) : null,
  };
}

/** What takes its time: major ones, waiting for the customer, an extension. */
function longWay(dice: Dice, mayBeMajor: boolean, isShort: boolean): Pick<Draft, 'severity' | 'pause' | 'extendedDays'> {
  const severity = mayBeMajor && dice.chance(0.12) ? 'major' : 'ordinary';
  const pause = !isShort && dice.chance(0.07) ? { seconds: dice.between(3_600, 60_000), reason: waitReason(dice) } : null;
  return { severity, pause, extendedDays: severity === 'major' && pause === null && !isShort && dice.chance(0.15) ? dice.between(1, 3) : 0 };
}
