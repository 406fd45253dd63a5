import { areaList } from '@vant/area-data';
import { describe, expect, it } from 'vitest';
import { provinceOf, provinceTiles } from '#kernel/province.ts';
import { findRegion, isRegion, regionChildren, regionName, regionPath, splitAddress } from '#kernel/region-tree.ts';

describe('provinceTiles', () => {
  it('holds the 34 provinces of the table, each on a tile of its own', () => {
    expect(Object.fromEntries(provinceTiles.map(({ code, name }) => [code, name]))).toEqual(areaList.province_list);
    expect(new Set(provinceTiles.map(({ x, y }) => `${x}:${y}`)).size).toBe(34);
    for (const { name, short } of provinceTiles) expect(name.startsWith(short)).toBe(true);
  });

  it('lies as the country does', () => {
    const tile = (short: string): { x: number; y: number } => {
      const found = provinceTiles.find((province) => province.short === short);
      return { x: found?.x ?? Number.NaN, y: found?.y ?? Number.NaN };
    };
    for (const [north, south] of [['黑龙江', '吉林'], ['河北', '河南'], ['湖北', '湖南'], ['江苏', '浙江'], ['广东', '香港']]) {
      expect(tile(north ?? '').y).toBeLessThan(tile(south ?? '').y);
    }
    for (const [west, east] of [['新疆', '甘肃'], ['山西', '山东'], ['广西', '广东'], ['福建', '台湾'], ['西藏', '四川']]) {
      expect(tile(west ?? '').x).toBeLessThan(tile(east ?? '').x);
    }
  });

  it('knows the province of a code', () => {
    expect(provinceOf('370211')?.short).toBe('山东');
    expect(provinceOf('990000')).toBeNull();
    expect(provinceOf('37')).toBeNull();
  });
});

describe('regionPath and regionChildren', () => {
  it('gives the names down to a place', () => {
    expect(regionPath('370211').map(({ name }) => name)).toEqual(['山东省', '青岛市', '黄岛区']);
    expect(regionPath('110105').map(({ name }) => name)).toEqual(['北京市', '朝阳区']);
    expect(regionPath('429004').map(({ name }) => name)).toEqual(['湖北省', '仙桃市']);
    expect(regionPath('370200').at(-1)).toEqual({ code: '370200', name: '青岛市' });
    expect(regionPath('379900')).toEqual([]);
    expect(regionPath('370299')).toEqual([]);
  });

  it('gives the choices below a place', () => {
    expect(regionChildren(null)).toHaveLength(34);
    expect(regionChildren('370000').map(({ name }) => name)).toContain('青岛市');
    expect(regionChildren('110000').map(({ name }) => name)).toContain('朝阳区');
    expect(regionChildren('420000').map(({ name }) => name)).toContain('仙桃市');
    expect(regionChildren('370200').map(({ name }) => name)).toContain('黄岛区');
    expect(regionChildren('370211')).toEqual([]);
  });
});

describe('findRegion', () => {
  it.each([
    ['山东', '370000'], ['山东省', '370000'], ['山东省青岛市', '370200'], ['山东青岛', '370200'], ['青岛', '370200'],
    ['青岛市', '370200'], ['黄岛区', '370211'], ['黄岛', '370211'], ['山东省 青岛市 黄岛区 长江中路 1 号', '370211'],
    ['广西', '450000'], ['广西壮族自治区南宁市', '450100'], ['内蒙古', '150000'], ['新疆', '650000'], ['北京', '110000'],
    ['北京市朝阳区', '110105'], ['中国上海市浦东新区', '310115'], ['中国青岛', '370200'],
    ['深圳', '440300'], ['吉林', '220000'], ['吉林市', '220200'],
    ['吉林省吉林市', '220200'], ['大理', '532900'], ['湖北仙桃', '429004'], ['Shandong', '370000'],
    ['shandong province', '370000'], ['Inner Mongolia', '150000'], ['Hong Kong', '810000'], ['香港', '810000'],
    ['台湾', '710000'], ['内蒙', '150000'], ['朝阳市', '211300'], ['长沙县', '430121'], ['青岛啤酒', '370200'],
  ])('%s → %s', (text, code) => {
    expect(findRegion(text)).toBe(code);
  });

  it.each(['', '朝阳区', '鼓楼', '火星', 'Atlantis', '中国', '中国平安'])('does not guess %j', (text) => {
    expect(findRegion(text)).toBeNull();
  });

  it('leaves the street', () => {
    expect(splitAddress('山东省 青岛市 黄岛区 长江中路 1-2 号')).toEqual({ code: '370211', rest: '长江中路1-2号' });
    expect(splitAddress('长江中路1号')).toBeNull();
    expect(regionName('370211')).toBe('山东省青岛市黄岛区');
    expect([isRegion('370211'), isRegion('370299'), isRegion('')]).toEqual([true, false, false]);
  });

  it('finds every city and every province by its full name', () => {
    const cities = Object.entries(areaList.city_list).filter(([, name]) => !name.includes('直辖县'));
    const municipality = new Set(['110100', '120100', '310100', '500100', '500200']);
    for (const [code, name] of cities) {
      const province = provinceOf(code);
      const expected = municipality.has(code) ? [province?.code, code] : [code];
      expect(expected, name).toContain(findRegion(`${province?.name ?? ''}${name}`));
    }
    for (const { code, name, short, en } of provinceTiles) {
      expect([findRegion(name), findRegion(short), findRegion(en)]).toEqual([code, code, code]);
    }
  });
});
