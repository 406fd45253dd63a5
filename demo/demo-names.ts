import type { Dice } from './seeded-random.ts';

// Invented combinations; a name that some living person bears is chance.
const surnames = '沈顾叶陆方韩周秦江林许苏陈李王张刘赵黄吴徐孙朱马胡郭何高罗郑梁谢宋唐冯于董萧程曹袁邓傅曾彭吕蒋蔡贾丁魏薛阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金郝孔白崔康毛邱史侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const given = '一舟 行远 知秋 若溪 牧之 以宁 望舒 清和 知远 临砚 念安 远山 青川 映雪 疏影 怀瑾 思齐 景行 云帆 子墨 嘉树 修竹 听澜 晚晴 星河 朗月 长歌 初晴 扶光 鹤鸣 南乔 北辰 既白 闻笛 采薇 子衿 静姝 维桢 书言 予安 亦辰'.split(' ');

const places = ['渤海', '云栖', '长河', '青屿', '东港', '北岭', '南浦', '沧溟', '泰岳', '锦江', '临湖', '鹿鸣', '白沙', '金湾', '玉泉', '苍梧', '海宁', '华清', '平湖', '岚山', '西陵', '春申', '天目', '雁荡'];
const cores = ['恒越', '瑞丰', '启明', '博远', '中锐', '安澜', '德润', '汇川', '凌云', '嘉禾', '同舟', '百川', '远景', '新禾', '宏图', '正阳', '鼎盛', '聚源', '合力', '信达', '森木', '金石', '蓝海', '朗润', '明德', '思源', '天成', '永续', '卓立', '方舟', '晨曦', '云帆', '泰和', '景泰', '华宸', '盛景'];
const suffixes = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '集团有限公司'];

/** Trades of the demo: industry and the words that company names of it carry. */
export const trades: Readonly<Record<string, readonly string[]>> = {
  基础化工: ['化工', '化学', '新材料'], 塑料制品: ['塑业', '塑胶', '包装'], 纺织服装: ['纺织', '服饰', '织造'], 机械制造: ['机械', '重工', '装备'],
  电子器件: ['电子', '半导体', '光电'], 食品饮料: ['食品', '饮品', '粮油'], 商贸物流: ['贸易', '物流', '供应链'], 建筑工程: ['建设', '工程', '建材'],
  医药健康: ['医药', '生物', '健康'], 汽车零部件: ['汽配', '汽车部件', '传动'], 软件服务: ['软件', '信息技术', '数据'], 能源环保: ['能源', '环保', '新能源'],
};

export function personName(dice: Dice): string {
  const name = dice.pick(given);
  return dice.pick([...surnames]) + (dice.chance(0.78) ? name : name.slice(0, 1));
}

export function companyName(dice: Dice, industry: string): string {
  const words = trades[industry] ?? ['实业'];
  return `${dice.pick(places)}${dice.pick(cores)}${dice.pick(words)}${dice.pick(suffixes)}`;
}

/** Numbers with 0000 in the middle: valid in form, given to nobody by this program's choice. */
export const mobile = (dice: Dice): string => `+861${dice.pick(['3', '5', '8'])}${dice.between(0, 9)}0000${String(dice.between(0, 9999)).padStart(4, '0')}`;
