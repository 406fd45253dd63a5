import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const first = [...'华海东南西北金银铜铁江河湖山林木石玉天地宏伟泰安康宁福禄瑞祥德信诚义和平永恒新兴盛隆昌达通顺利丰裕嘉美佳友联合众创智慧云星辰光明'];
const trades = ['石化', '机械', '电子', '食品', '纺织', '建材', '物流', '医药', '软件', '贸易', '化工', '汽车配件'];
const places = ['山东省青岛市', '浙江省宁波市', '广东省深圳市', '江苏省苏州市', '四川省成都市', '湖北省武汉市', '上海市', '北京市'];
const forms = ['有限公司', '股份有限公司', '集团有限公司'];

/** Small, seeded and even: the same file for the same count, everywhere. */
function* numbers(seed: number): Generator<number, never, undefined> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

export const companyHeaders = '外部编号,客户名称,行业,地区,电话,邮箱,来源渠道,注册资本,成立日期,备注';

/** Writes a CSV file of `count` made companies, all different. */
export async function writeCompanies(path: string, count: number): Promise<void> {
  const random = numbers(20_261_121);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value * list.length)] as T;
  const out = createWriteStream(path);
  out.write(`${companyHeaders}\n`);
  for (let row = 0; row < count; row += 1) {
    const place = pick(places);
    const name = `${place.slice(-3, -1)}${pick(first)}${pick(first)}${pick(first)}${pick(first)}${pick(trades)}${pick(forms)}`;
    const line = [
      `K${String(row).padStart(7, '0')}`, name, pick(trades), `${place}人民路${row % 900}号`, `13${String(800_000_000 + row)}`, `k${row}@example.com`,
      pick(['介绍', '网站', '展会', '来电']), String(Math.floor(random.next().value * 5_000) * 10_000),
      `${1990 + (row % 35)}-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`, '年度框架客户，月结',
    ].join(',');
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
