import type { DemoRecord } from '../demo-customers.ts';
import { personName } from '../demo-names.ts';
import { insertRecords } from '../insert-records.ts';
import { makeDice } from '../seeded-random.ts';
import type { Office } from './office.ts';

const COUNT = 400;
/** Of this morning. */
const TODAY = 4;
/** Calls hang on nothing else, so they leave the other choices as they are. */
const OWN_SEED = 41;
const channels = { internet: 40, signboard: 22, newspaper: 10, friend: 18, exhibition: 6, other: 4 } as const;
const interests = ['三室两厅，中间楼层', '两室，首付不超过 30 万', '四室，看中庭', '问车位和交房时间', '为父母看房，低楼层', '问贷款条件', '想周末来看样板间', '问学区'];

/** Calls are information only and found nothing (RE-11): no rule decides on them, so they are written in one go. */
export async function insertCalls(office: Office): Promise<void> {
  const { people, days, siteId } = office;
  const dice = makeDice(OWN_SEED);
  const records = Array.from({ length: COUNT }, (_, place): DemoRecord => {
    const day = place < TODAY ? days : dice.between(0, days - 1);
    const at = place < TODAY ? new Date(office.ctx.now.getTime() - (place + 1) * 21 * 60_000) : office.at(day, dice.between(9 * 60, 18 * 60));
    const seller = dice.pick(office.onSite(day));
    return {
      id: dice.id(at), at, author: people.desk,
      values: {
        caller: personName(dice), site: siteId, phone: office.phone(), calledAt: at.toISOString(), channel: dice.weighted(channels), interest: dice.pick(interests),
        owner: seller, unit: people.unit,
      },
    };
  });
  await insertRecords(office.ctx, 'callRegistration', records);
}
