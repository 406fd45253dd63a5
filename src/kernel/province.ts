/** A province of GB/T 2260: `code` six digits, `x` and `y` its tile on a map, columns from west, rows from north. */
export type Province = {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly en: string;
  /** The two letters of ISO 3166-2:CN, for a tile too small for the English name. */
  readonly letters: string;
  readonly x: number;
  readonly y: number;
};

type Row = readonly [code: string, name: string, short: string, en: string, letters: string, x: number, y: number];

const rows: readonly Row[] = [
  ['110000', '北京市', '北京', 'Beijing', 'BJ', 4, 2],
  ['120000', '天津市', '天津', 'Tianjin', 'TJ', 5, 2],
  ['130000', '河北省', '河北', 'Hebei', 'HE', 4, 3],
  ['140000', '山西省', '山西', 'Shanxi', 'SX', 3, 3],
  ['150000', '内蒙古自治区', '内蒙古', 'Inner Mongolia', 'NM', 3, 1],
  ['210000', '辽宁省', '辽宁', 'Liaoning', 'LN', 6, 2],
  ['220000', '吉林省', '吉林', 'Jilin', 'JL', 6, 1],
  ['230000', '黑龙江省', '黑龙江', 'Heilongjiang', 'HL', 6, 0],
  ['310000', '上海市', '上海', 'Shanghai', 'SH', 6, 4],
  ['320000', '江苏省', '江苏', 'Jiangsu', 'JS', 5, 4],
  ['330000', '浙江省', '浙江', 'Zhejiang', 'ZJ', 5, 5],
  ['340000', '安徽省', '安徽', 'Anhui', 'AH', 4, 4],
  ['350000', '福建省', '福建', 'Fujian', 'FJ', 5, 6],
  ['360000', '江西省', '江西', 'Jiangxi', 'JX', 4, 5],
  ['370000', '山东省', '山东', 'Shandong', 'SD', 5, 3],
  ['410000', '河南省', '河南', 'Henan', 'HA', 3, 4],
  ['420000', '湖北省', '湖北', 'Hubei', 'HB', 3, 5],
  ['430000', '湖南省', '湖南', 'Hunan', 'HN', 3, 6],
  ['440000', '广东省', '广东', 'Guangdong', 'GD', 4, 6],
  ['450000', '广西壮族自治区', '广西', 'Guangxi', 'GX', 2, 6],
  ['460000', '海南省', '海南', 'Hainan', 'HI', 3, 7],
  ['500000', '重庆市', '重庆', 'Chongqing', 'CQ', 2, 4],
  ['510000', '四川省', '四川', 'Sichuan', 'SC', 1, 4],
  ['520000', '贵州省', '贵州', 'Guizhou', 'GZ', 2, 5],
  ['530000', '云南省', '云南', 'Yunnan', 'YN', 1, 5],
  ['540000', '西藏自治区', '西藏', 'Tibet', 'XZ', 0, 4],
  ['610000', '陕西省', '陕西', 'Shaanxi', 'SN', 2, 3],
  ['620000', '甘肃省', '甘肃', 'Gansu', 'GS', 1, 3],
  ['630000', '青海省', '青海', 'Qinghai', 'QH', 0, 3],
  ['640000', '宁夏回族自治区', '宁夏', 'Ningxia', 'NX', 2, 2],
  ['650000', '新疆维吾尔自治区', '新疆', 'Xinjiang', 'XJ', 0, 2],
  ['710000', '台湾省', '台湾', 'Taiwan', 'TW', 6, 6],
  ['810000', '香港特别行政区', '香港', 'Hong Kong', 'HK', 5, 7],
  ['820000', '澳门特别行政区', '澳门', 'Macao', 'MO', 4, 7],
];

/** The 34 provinces in the order of GB/T 2260, each with its tile: light enough for the first page of the web. */
export const provinceTiles: readonly Province[] = rows.map(([code, name, short, en, letters, x, y]) => ({
  code, name, short, en, letters, x, y,
}));

const byPrefix = new Map(provinceTiles.map((province) => [province.code.slice(0, 2), province]));

/** The province that a province, city or district code lies in; null for a code outside GB/T 2260. */
export function provinceOf(regionCode: string): Province | null {
  return /^\d{6}$/.test(regionCode) ? (byPrefix.get(regionCode.slice(0, 2)) ?? null) : null;
}
