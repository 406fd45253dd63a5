// Load lazily in the web: the table of 3 500 districts adds 33 kB compressed.
import { areaList } from '@vant/area-data';
import { foldWidth } from './full-width.ts';
import { provinceOf, provinceTiles } from './province.ts';

export type Region = { code: string; name: string };

// Rows of the table that group districts but name no place.
const placeholders = new Set(['省直辖县', '自治区直辖县级行政区划', '市辖区', '县', '其它区', '其他区']);

const nationalities = `(?:${[
  '壮族', '回族', '藏族', '羌族', '彝族', '苗族', '土家族', '布依族', '侗族', '白族', '傣族', '景颇族', '傈僳族', '哈尼族',
  '朝鲜族', '蒙古族?', '哈萨克', '柯尔克孜', '维吾尔', '黎族', '满族',
].join('|')})*`;
const citySuffix = new RegExp(`(?:${nationalities}自治州|市|地区|盟|特别行政区)$`);
const districtSuffix = /(?:新区|区|县|市|旗)$/;

type Place = Region & { full: string; short: string };

const cities = places(areaList.city_list, citySuffix);
const districts = places(areaList.county_list, districtSuffix);

/**
 * The names from the province down to a GB/T 2260 code, without rows that name no place and without the second 北京市
 * of a municipality: 370211 → 山东省, 青岛市, 黄岛区. [] for an unknown code.
 */
export function regionPath(code: string): Region[] {
  const province = provinceOf(code);
  if (!province) return [];
  const path: Region[] = [{ code: province.code, name: province.name }];
  if (code === province.code) return path;
  const cityCode = `${code.slice(0, 4)}00`;
  const city = areaList.city_list[cityCode];
  if (city === undefined) return [];
  if (!placeholders.has(city) && city !== province.name) path.push({ code: cityCode, name: city });
  if (code === cityCode) return path;
  const district = areaList.county_list[code];
  if (district === undefined) return [];
  if (!placeholders.has(district)) path.push({ code, name: district });
  return path;
}

/** The places directly under a code (null: the provinces) for a cascading choice; skips rows that name no place. */
export function regionChildren(code: string | null): Region[] {
  if (code === null) return provinceTiles.map(({ code: own, name }) => ({ code: own, name }));
  if (code.endsWith('0000')) {
    const own = cities.filter((city) => city.code.startsWith(code.slice(0, 2)));
    const named = own.filter((city) => city.name !== provinceOf(code)?.name && !placeholders.has(city.name));
    const skipped = own.filter((city) => !named.includes(city));
    return [...named.map(toRegion), ...skipped.flatMap((city) => regionChildren(city.code))];
  }
  if (!code.endsWith('00')) return [];
  const inCity = districts.filter((district) => district.code.startsWith(code.slice(0, 4)));
  return inCity.filter((district) => !placeholders.has(district.name)).map(toRegion);
}

/** True for a code that names a province, city or district of the table. */
export function isRegion(code: string): boolean {
  return regionPath(code).length > 0;
}

/** The names of the path as one text (山东省青岛市黄岛区), '' for an unknown code. */
export function regionName(code: string): string {
  return regionPath(code).map(({ name }) => name).join('');
}

/**
 * The code of the deepest place at the beginning of a text: 山东, 山东省青岛市, 青岛, 黄岛区, an address that begins
 * so, or a province in English (Shandong, Inner Mongolia). Null when nothing fits or a name alone fits several places
 * (朝阳区). A district without its suffix (黄岛) counts only as the whole text.
 */
export function findRegion(text: string): string | null {
  return splitAddress(text)?.code ?? null;
}

/** As `findRegion`, with the rest of the text behind the place, width folded, without blanks: the street. */
export function splitAddress(text: string): { code: string; rest: string } | null {
  const folded = foldWidth(text).trim();
  const english = lettersOf(folded.replace(/ (?:province|city|municipality|autonomous region|sar)$/i, ''));
  const named = provinceTiles.find(({ en }) => lettersOf(en) === english);
  if (named) return { code: named.code, rest: '' };
  const typed = folded.replace(/[\s,/·]/g, '');
  const bare = typed.replace(/^(?:中华人民共和国|中国)/, '');
  // 中国平安 is not 平安区: without the country's name a place must be a province or a city.
  const plain = provinceAt(bare) ?? longestAt(bare, within(cities, ''), true) ? bare : typed;
  const province = provinceAt(plain);
  const start = province?.length ?? 0;
  const place = cityAt(plain.slice(start), province?.code.slice(0, 2) ?? '');
  if (place) return { code: place.code, rest: plain.slice(start + place.length) };
  return province ? { code: province.code, rest: plain.slice(start) } : null;
}

type Match = { code: string; length: number };

function cityAt(text: string, codePrefix: string): Match | null {
  const city = longestAt(text, within(cities, codePrefix), true);
  const district = districtAt(text, codePrefix, codePrefix !== '');
  // 朝阳区 is no district of 朝阳市: a longer district name wins, and when several places share it nothing does.
  if (!city || (district !== null && district.length > city.length)) return district;
  if (/^[区县旗]/.test(text.slice(city.length))) return null;
  const below = districtAt(text.slice(city.length), city.code.slice(0, 4), true);
  return below ? { code: below.code, length: city.length + below.length } : city;
}

function districtAt(text: string, codePrefix: string, allowShort: boolean): Match | null {
  if (text === '') return null;
  const inside = within(districts, codePrefix);
  const full = longestAt(text, inside, false);
  if (full) return full;
  const [only, another] = inside.filter((place) => place.short === text && place.short.length > 1);
  if (only && !another) return { code: only.code, length: text.length };
  return allowShort ? longestAt(text, inside, true) : null;
}

const insideOf = new Map<readonly Place[], Map<string, Place[]>>();

/** Remembered: an import splits the addresses of a million rows, and there are only some hundred prefixes. */
function within(list: readonly Place[], codePrefix: string): Place[] {
  const known = insideOf.get(list) ?? new Map<string, Place[]>();
  insideOf.set(list, known);
  const held = known.get(codePrefix);
  if (held) return held;
  const found = list.filter((place) => place.code.startsWith(codePrefix) && !placeholders.has(place.name));
  known.set(codePrefix, found);
  return found;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

/** The longest name that the text begins with; null when none does, or two places share it. */
function longestAt(text: string, list: readonly Place[], short: boolean): Match | null {
  let best: Match | null = null;
  let shared = false;
  for (const place of list) {
    const name = text.startsWith(place.full) ? place.full : short ? place.short : '';
    if (name.length < 2 || !text.startsWith(name) || name.length < (best?.length ?? 0)) continue;
    shared = name.length === best?.length;
    best = { code: place.code, length: name.length };
  }
  return shared ? null : best;
}

function provinceAt(text: string): Match | null {
  if (text === '内蒙') return { code: '150000', length: 2 };
  for (const { code, name, short } of provinceTiles) {
    if (text.startsWith(name)) return { code, length: name.length };
    // 吉林市 is a city of 吉林省; 海南州 lies in 青海省.
    if (text.startsWith(short) && !/^(?:吉林市|海南州|海南藏族)/.test(text)) {
      const suffix = /^(?:省|市|自治区|特别行政区|特區)/.exec(text.slice(short.length));
      return { code, length: short.length + (suffix?.[0].length ?? 0) };
    }
  }
  return null;
}

function places(list: Record<string, string>, suffix: RegExp): Place[] {
  return Object.entries(list).map(([code, name]) => ({ code, name, full: name, short: name.replace(suffix, '') }));
}

function toRegion({ code, name }: Place): Region {
  return { code, name };
}
