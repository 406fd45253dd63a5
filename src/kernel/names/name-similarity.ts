/**
 * At or above this `similarity` two names are shown as a possible duplicate. Measured on 264 000 distinct short names:
 * 64 of 4 000 looked up met another company (1.6 %), while of 3 600 names of 7 to 9 characters 96 % were found again
 * with one wrong character and 69 % with one left out. At 0.7 the first figure is 11 %, at 0.8 the second 84 %.
 */
export const similarNameThreshold = 0.75;

// Words of trades and structure that name no company by themselves: 青岛啤酒 keeps its city, 青岛海尔 does not need it.
const genericWords = new Set([
  '科技', '装饰', '实业', '教育', '电器', '电子', '国际', '物流', '药业', '食品', '酒店', '文化', '网络', '地产', '通讯',
  '建材', '传媒', '投资', '电脑', '木业', '房产', '家具', '家居', '五金', '机械', '汽车', '商贸', '贸易', '通信', '在线',
  '化工', '珠宝', '金融', '健康', '体育', '机电', '数码', '服饰', '啤酒', '银行', '证券', '医药', '制药', '医疗', '生物',
  '能源', '电气', '信息', '智能', '光电', '发展', '环保', '环境', '电力', '软件', '技术', '高科', '动力', '新材', '材料',
  '新材料', '矿业', '重工', '高新', '高速', '化学', '旅游', '精密', '建设', '纸业', '资源', '航空', '装备', '生态', '黄金',
  '石化', '煤业', '路桥', '照明', '特钢', '生化', '创业', '影视', '设计', '水务', '燃气', '钢铁', '水泥', '电机', '种业',
  '石油', '钢构', '百货', '铝业', '工程', '重机', '机场', '港口', '交通', '运输', '公用', '城建', '建工', '城投', '农业',
  '渔业', '水利', '热电', '出版', '广电', '有线', '租赁', '保险', '信托', '期货', '基金', '资产', '管理', '咨询', '服务',
  '置业', '物业', '开发', '商业', '商务', '商城', '餐饮', '饮食', '酒业', '茶业', '乳业', '牧业', '粮油', '纺织', '化纤',
  '服装', '鞋业', '玻璃', '陶瓷', '橡胶', '塑料', '轮胎', '包装', '印刷', '印务', '造纸', '船舶', '机床', '轴承', '仪器',
  '仪表', '设备', '制造', '工业', '企业', '产业', '供应链', '进出口', '电商', '电子商务', '互联网', '数据', '大学', '医院',
  '学校', '矿机', '有色', '电影', '超市', '海运', '空港', '港务', '国贸', '外贸', '股份', '集团', '控股', '公司', '控制', '安装', '园林', '广告',
]);
// 铜业, 泵业, 煤业 …: any single character with 业 is a trade.
const anyTrade = /^\p{Script=Han}业$/u;
const longestGeneric = Math.max(...Array.from(genericWords, (word) => word.length));

/**
 * How alike two cores are, 0 to 1, symmetric. 1: equal. 0.9 or 0.7: one is the other plus trade words (风神, 风神轮胎),
 * by whether at least three characters or only two are shared. At most 0.5: same distinctive part, different trades.
 * Otherwise the Dice coefficient of character pairs with both ends marked, raised a little for a common beginning.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const stemA = stemOf(a);
  const stemB = stemOf(b);
  if (stemA === stemB && Array.from(stemA).length >= 2) {
    if (stemA !== a && stemB !== b) return 0.5;
    return Array.from(stemA).length >= 3 ? 0.9 : 0.7;
  }
  const dice = diceOf(a, b);
  const raised = dice + 0.05 * Math.min(4, commonPrefix(a, b)) * dice * (1 - dice);
  return Math.min(0.95, raised);
}

/** True when a name is nothing but words of trades: 啤酒, 科技发展. */
export function isGeneric(text: string): boolean {
  return stemOf(text) === '';
}

/** The text without the trade words at its end. */
function stemOf(text: string): string {
  let end = text.length;
  for (let length = longestGeneric; length >= 2; length -= 1) {
    const word = text.slice(Math.max(0, end - length), end);
    if (length > end || !(genericWords.has(word) || anyTrade.test(word))) continue;
    end -= length;
    length = longestGeneric + 1;
  }
  return text.slice(0, end);
}

function diceOf(a: string, b: string): number {
  const pairsA = markedPairs(a);
  const pairsB = markedPairs(b);
  const counts = new Map<string, number>();
  for (const pair of pairsA) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsB) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (pairsA.length + pairsB.length);
}

function markedPairs(text: string): string[] {
  const characters = ['^', ...text, '$'];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
