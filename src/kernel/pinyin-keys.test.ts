import { describe, expect, it } from 'vitest';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';

const byKey = (names: string[], surname = false): string[] =>
  names.toSorted((a, b) => Buffer.compare(
    Buffer.from(pinyinKeys(a, { surname }).sort), Buffer.from(pinyinKeys(b, { surname }).sort),
  ));

describe('pinyinKeys (PL-60, PL-61)', () => {
  it('gives full pinyin and initials', () => {
    expect(pinyinKeys('青岛啤酒')).toMatchObject({ full: 'qingdaopijiu', initials: 'qdpj' });
    expect(pinyinKeys('湖北石化').initials).toBe('hbsh');
    expect(pinyinKeys('青島啤酒').full).toBe('qingdaopijiu');
    expect(pinyinKeys('万 科Ａ').initials).toBe('wka');
    expect(pinyinKeys('58同城 Co., Ltd.').full).toBe('58tongchengcoltd');
    expect(pinyinKeys('绿城').full).toBe('lvcheng');
  });

  it.each([
    ['长沙银行', 'changshayinhang'], ['重庆啤酒', 'chongqingpijiu'], ['厦门信达', 'xiamenxinda'],
    ['东阿阿胶', 'dongeejiao'], ['中信重工', 'zhongxinzhonggong'], ['成长动力', 'chengzhangdongli'],
    ['乐清电气', 'yueqingdianqi'], ['音乐之声', 'yinyuezhisheng'], ['蚌埠玻璃', 'bengbuboli'],
    ['六安茶业', 'luanchaye'], ['台州机床', 'taizhoujichuang'], ['会计事务所', 'kuaijishiwusuo'],
  ])('reads the company %s as %s', (name, full) => {
    expect(pinyinKeys(name).full).toBe(full);
  });

  it.each([
    ['曾国藩', 'zengguofan'], ['单田芳', 'shantianfang'], ['仇英', 'qiuying'], ['解缙', 'xiejin'],
    ['尉迟恭', 'yuchigong'], ['万俟卨', 'moqixie'], ['区小明', 'ouxiaoming'], ['长孙无忌', 'zhangsunwuji'],
  ])('reads the person %s as %s', (name, full) => {
    expect(pinyinKeys(name, { surname: true }).full).toBe(full);
  });

  it('orders companies by syllable, tone and character, Latin and digits first', () => {
    const ordered = ['360', '3m', 'TCL', '安琪', '昂立', '长安', '长沙', '重庆', '厦门', '中信', '𠮷野家'];
    expect(byKey(ordered.toReversed())).toEqual(ordered);
    expect(byKey(['路桥', '绿城', '鲁抗', '卢氏', '乱码', '律所'])).toEqual(['卢氏', '鲁抗', '路桥', '律所', '绿城', '乱码']);
  });

  it('keeps people of one surname together', () => {
    const ordered = ['曹操', '单田芳', '曾国藩', '张飞', '张三', '章邯', '章三'];
    expect(byKey(ordered.toReversed(), true)).toEqual(ordered);
  });

  it('orders by character before it orders by letters', () => {
    expect(byKey(['西安', '先锋', '希望', '西部'])).toEqual(['希望', '西安', '西部', '先锋']);
  });
});
