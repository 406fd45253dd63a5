// Server only: pinyin-pro's dictionary adds 200 kB compressed to a page.
import { customPinyin, pinyin } from 'pinyin-pro';
import { lettersAndDigits } from './full-width.ts';
import { foldChinese } from './traditional.ts';

/** `full` and `initials` are for search, `sort` orders names by pinyin in plain byte order (collation C). */
export type PinyinKeys = { full: string; initials: string; sort: string };

// Readings of places and trade words that the dictionary has wrong or only as a surname.
customPinyin({
  乐清: 'yuè qīng', 乐亭: 'lào tíng', 乐陵: 'lào líng', 莘庄: 'xīn zhuāng', 单县: 'shàn xiàn', 浚县: 'xùn xiàn',
  任丘: 'rén qiū', 任县: 'rén xiàn', 洪洞: 'hóng tóng', 涡阳: 'guō yáng', 歙县: 'shè xiàn', 台州: 'tāi zhōu',
  天台: 'tiān tāi', 大埔: 'dà bù', 华阴: 'huà yīn', 蔚县: 'yù xiàn', 泌阳: 'bì yáng', 沌口: 'zhuàn kǒu',
  黄陂: 'huáng pí', 监利: 'jiàn lì', 什邡: 'shí fāng', 喀什: 'kā shí', 尉犁: 'yù lí', 阿胶: 'ē jiāo',
  薄膜: 'bó mó', 模塑: 'mú sù', 藏格: 'zàng gé', 便宜坊: 'biàn yí fāng',
});

/**
 * Keys of a name (PL-60, PL-61): 青岛啤酒 → `qingdaopijiu`, `qdpj`. Latin letters and digits stand in all three,
 * punctuation and white space in none; ü is written v in the search keys.
 * `sort` compares character by character: syllable, then tone, then the character itself; digits and Latin letters come
 * before Han, other scripts and Han without a known reading after it.
 * With `surname` the first characters read as a surname does (曾 zēng, 单 shàn): for persons only, as a company's
 * 长沙 or 东阿 would go wrong by it.
 */
export function pinyinKeys(name: string, options: { surname?: boolean } = {}): PinyinKeys {
  const key = `${options.surname === true ? 'p' : 'c'}${name}`;
  const held = remembered.get(key);
  if (held) return held;
  const keys = makeKeys(name, options);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, keys);
  return keys;
}

// A write asks for the same name twice, for its order and for the search; an import asks ahead for a whole batch.
const remembered = new Map<string, PinyinKeys>();
const MAX_REMEMBERED = 8_000;

function makeKeys(name: string, options: { surname?: boolean }): PinyinKeys {
  const text = lettersAndDigits(foldChinese(name));
  const characters = Array.from(text);
  const readings = pinyin(text, {
    type: 'array', toneType: 'num', surname: options.surname === true ? 'head' : 'off',
  });
  let full = '';
  let initials = '';
  let sort = '';
  characters.forEach((character, index) => {
    const reading = /^([a-zü]+)([0-4])$/.exec(readings[index] ?? '');
    if (reading?.[1] === undefined || !/\p{Script=Han}/u.test(character)) {
      if (/[a-z0-9]/.test(character)) {
        full += character;
        initials += character;
      }
      sort += character;
      return;
    }
    const syllable = reading[1].replaceAll('ü', 'v');
    full += syllable;
    initials += syllable.charAt(0);
    // '~' lifts Han above Latin; 'u:' puts lü and nü right after lu and nu; the neutral tone is the last one.
    const tone = reading[2] === '0' ? '5' : reading[2];
    sort += `~${reading[1].replaceAll('ü', 'u:')}${tone}${character}`;
  });
  return { full, initials, sort };
}
