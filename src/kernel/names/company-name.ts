// Server only: stands on the dictionaries of traditional.ts and region-tree's table.
import { areaList } from '@vant/area-data';
import { foldText, lettersAndDigits } from '../full-width.ts';
import { provinceTiles } from '../province.ts';
import { toSimplified } from '../traditional.ts';
import { isGeneric } from './name-similarity.ts';

/** `core`: what tells one company from another; `full`: the folded name, nothing dropped but exchange marks. */
export type CompanyNameKey = { core: string; full: string };

// Exchange marks: *ST, ST, S*ST before the name, share class A or B behind it (万科A), -U and -W of the STAR market.
const exchangePrefix = /^(?:s?\*?st|xd|xr|dr)\s*(?=\p{Script=Han})/u;
const exchangeSuffix = /(?<=\p{Script=Han}{2})(?:[ab]|-[uw])$/u;

// A branch (分公司) is another customer than its company, so its form stays.
const chineseForm = /(?:有限责任|股份有限|有限|股份|集团|控股|总)?(?<!分)公司$|股份$|集团$|控股$|有限合伙$|合伙企业$|有限责任$|有限$/;
const englishForms = [
  'co', 'company', 'ltd', 'limited', 'inc', 'incorporated', 'llc', 'llp', 'lp', 'plc', 'corp', 'corporation', 'gmbh',
  'ag', 'sa', 'bv', 'pte', 'pty', 'group', 'holdings?',
];
const englishForm = new RegExp(`[\\s,.]+(?:${englishForms.join('|')})\\.?$`);
const formInBrackets = /\((?:集团|控股|股份|有限合伙|普通合伙|特殊普通合伙|中国|china|group|holdings?)\)/g;

// Places whose short name is as often a word or a brand (阿里巴巴, 新界泵业, 大同证券).
const wordsThatArePlaces = new Set(['阿里', '新界', '九龙', '白银', '三明', '大同', '安康', '中卫', '离岛']);
const regionNames = regionPrefixes();

/**
 * The key under which names of one company meet (CU-10): 青島啤酒股份有限公司 and 青岛啤酒 → core 青岛啤酒;
 * 海尔集团（青岛）有限公司 → 海尔; *ST宇顺 → 宇顺; 万 科Ａ → 万科. A region in front or in brackets goes only when at
 * least two characters remain that are more than trade words: 青岛啤酒 and 长沙银行 stay whole, 青岛海尔 becomes 海尔.
 */
export function companyNameKey(name: string): CompanyNameKey {
  const folded = toSimplified(foldText(name)).replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');
  const plain = folded.replace(exchangePrefix, '').replace(exchangeSuffix, '');
  const full = lettersAndDigits(plain);
  const withoutForm = stripForms(stripBrackets(plain));
  const base = lettersAndDigits(withoutForm) === '' ? full : lettersAndDigits(withoutForm);
  return { core: stripRegion(base), full };
}

function stripForms(text: string): string {
  let current = text;
  for (;;) {
    const next = current.replace(chineseForm, '').replace(englishForm, '').replace(/[\s,.]+$/, '');
    if (next === current || next === '') return current;
    current = next;
  }
}

function stripBrackets(text: string): string {
  const withoutForms = text.replaceAll(formInBrackets, '');
  return withoutForms.replace(/\(([^()]*)\)/g, (whole, inside: string) => (regionNames.has(inside) ? '' : whole));
}

function stripRegion(text: string): string {
  let current = text;
  for (let length = Math.min(12, current.length - 1); length >= 2; length -= 1) {
    if (!regionNames.has(current.slice(0, length))) continue;
    const rest = current.slice(length);
    if (Array.from(rest).length < 2 || isGeneric(rest)) return text;
    current = rest;
    length = Math.min(12, current.length - 1) + 1;
  }
  return current;
}

function regionPrefixes(): Set<string> {
  const names = new Set<string>(['中国', '中华人民共和国']);
  for (const { name, short } of provinceTiles) {
    names.add(name).add(short).add(`${short}省`).add(`${short}市`);
  }
  for (const name of Object.values(areaList.city_list)) {
    const short = name.replace(/(?:市|地区|盟)$/, '');
    if (name.includes('直辖')) continue;
    names.add(name);
    if (short.length >= 2 && !wordsThatArePlaces.has(short)) names.add(short);
  }
  for (const name of Object.values(areaList.county_list)) {
    if (name.length >= 3 && /[县市区旗]$/.test(name)) names.add(name);
  }
  return names;
}
