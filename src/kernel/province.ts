/** A province of GB/T 2260: `code` six digits, `x` and `y` its tile on a map, columns from west, rows from north. */
export type Province = {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly en: string;
  readonly x: number;
  readonly y: number;
};

type Row = readonly [code: string, name: string, short: string, en: string, x: number, y: number];

const rows: readonly Row[] = [
  ['110000', '北京市', '北京', 'Beijing', 4, 2],
  ['120000', '天津市', '天津', 'Tianjin', 5, 2],
  ['130000', '河北省', '河北', 'Hebei', 4, 3],
  ['140000', '山西省', '山西', 'Shanxi', 3, 3],
  ['150000', '内蒙古自治区', '内蒙古', 'Inner Mongolia', 3, 1],
  ['210000', '辽宁省', '辽宁', 'Liaoning', 6, 2],
  ['220000', '吉林省', '吉林', 'Jilin', 6, 1],
  ['230000', '黑龙江省', '黑龙江', 'Heilongjiang', 6, 0],
  ['310000', '上海市', '上海', 'Shanghai', 6, 4],
  ['320000', '江苏省', '江苏', 'Jiangsu', 5, 4],
  ['330000', '浙江省', '浙江', 'Zhejiang', 5, 5],
  ['340000', '安徽省', '安徽', 'Anhui', 4, 4],
  ['350000', '福建省', '福建', 'Fujian', 5, 6],
  ['360000', '江西省', '江西', 'Jiangxi', 4, 5],
  ['370000', '山东省', '山东', 'Shandong', 5, 3],
  ['410000', '河南省', '河南', 'Henan', 3, 4],
  ['420000', '湖北省', '湖北', 'Hubei', 3, 5],
  ['430000', '湖南省', '湖南', 'Hunan', 3, 6],
  ['440000', '广东省', '广东', 'Guangdong', 4, 6],
  ['450000', '广西壮族自治区', '广西', 'Guangxi', 2, 6],
  ['460000', '海南省', '海南', 'Hainan', 3, 7],
  ['500000', '重庆市', '重庆', 'Chongqing', 2, 4],
  ['510000', '四川省', '四川', 'Sichuan', 1, 4],
  ['520000', '贵州省', '贵州', 'Guizhou', 2, 5],
  ['530000', '云南省', '云南', 'Yunnan', 1, 5],
  ['540000', '西藏自治区', '西藏', 'Tibet', 0, 4],
  ['610000', '陕西省', '陕西', 'Shaanxi', 2, 3],
  ['620000', '甘肃省', '甘肃', 'Gansu', 1, 3],
  ['630000', '青海省', '青海', 'Qinghai', 0, 3],
  ['640000', '宁夏回族自治区', '宁夏', 'Ningxia', 2, 2],
  ['650000', '新疆维吾尔自治区', '新疆', 'Xinjiang', 0, 2],
  ['710000', '台湾省', '台湾', 'Taiwan', 6, 6],
  ['810000', '香港特别行政区', '香港', 'Hong Kong', 5, 7],
  ['820000', '澳门特别行政区', '澳门', 'Macao', 4, 7],
];

/** The 34 provinces in the order of GB/T 2260, each with its tile: light enough for the first page of the web. */
export const provinceTiles: readonly Province[] = rows.map(([code, name, short, en, x, y]) => ({
  code, name, short, en, x, y,
}));

const byPrefix = new Map(provinceTiles.map((province) => [province.code.slice(0, 2), province]));

/** The province that a province, city or district code lies in; null for a code outside GB/T 2260. */
export function provinceOf(regionCode: string): Province | null {
  return /^\d{6}$/.test(regionCode) ? (byPrefix.get(regionCode.slice(0, 2)) ?? null) : null;
}
