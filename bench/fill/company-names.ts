import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pick } from './random.ts';

const CITIES = [
  '北京', '上海', '广州', '深圳', '杭州', '南京', '苏州', '成都', '重庆', '武汉', '西安', '郑州', '长沙', '青岛', '济南', '大连', '沈阳',
  '天津', '宁波', '厦门', '福州', '合肥', '昆明', '贵阳', '南宁', '南昌', '太原', '兰州', '无锡', '佛山', '东莞', '烟台', '温州', '常州',
];
const LUCKY = [...(
  '海天辰瑞恒丰泰和信达鑫盛华宇宏源博远明德兴隆安康嘉诚永昌金玉祥云龙凤鸣春晖晨曦光耀世纪新时代中正大同立本思创智联众合利民福禄寿喜' +
  '万通顺百川千里江河湖山峰岭松柏竹梅兰菊荷莲雅韵文武忠义仁孝礼勤俭朴实精益求真善美卓越领先超凡飞腾跃升')];
const TRADES = [
  '科技', '贸易', '机械', '电子', '化工', '建材', '食品', '医药', '物流', '信息技术', '新材料', '能源', '环保', '汽车配件', '纺织', '包装',
  '装饰工程', '建筑工程', '网络科技', '文化传媒', '教育咨询', '投资管理', '酒店管理', '餐饮', '农业', '生物', '医疗器械', '仪器仪表', '五金',
  '塑料', '橡胶', '陶瓷', '玻璃', '钢铁', '有色金属', '石化', '电力设备', '照明', '家具', '服饰', '珠宝', '印务', '造纸', '船舶', '轴承',
];
const FORMS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '集团有限公司', '厂', '商行'];
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰文辉力健俊帆宁鹏飞雪梅琳晨阳欣怡子涵浩宇轩嘉豪思远梦瑶雨泽一诺佳慧志国建民海燕春红秀云淑珍德才永福'];

export interface Names {
  /** Whether real short names were there to draw from. */
  readonly isReal: boolean;
  /** `mark` makes it one of its own; it stands where the brand does, as a name ends with the legal form. */
  company(mark?: string): string;
  person(): string;
}

/** Short names of real companies, where the shared data lie beside the project; never copied into it. */
function realShortNames(root: string): readonly string[] {
  const folder = process.env.ZHIKE_SHARED_DATA ?? path.join(root, '../shared/data');
  const file = path.join(folder, 'company-short-names.txt.gz');
  if (!existsSync(file)) return [];
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').map((line) => line.trim()).filter((line) => line.length >= 2 && line.length <= 12);
}

/** Names of companies and people: invented words, and real short names in half of the cases where there are some. */
export function makeNames(random: () => number, root: string): Names {
  const real = realShortNames(root);
  const brand = (): string => Array.from({ length: random() < 0.7 ? 2 : 3 }, () => pick(random, LUCKY)).join('');
  const company = (mark = ''): string => {
    const city = random() < 0.6 ? pick(random, CITIES) : '';
    const core = real.length > 0 && random() < 0.5 ? pick(random, real) : `${brand()}${pick(random, TRADES)}`;
    return `${core.startsWith(city) ? '' : city}${core}${mark}${pick(random, FORMS)}`;
  };
  const person = (): string => `${pick(random, SURNAMES)}${pick(random, GIVEN)}${random() < 0.7 ? pick(random, GIVEN) : ''}`;
  return { isReal: real.length > 0, company, person };
}
