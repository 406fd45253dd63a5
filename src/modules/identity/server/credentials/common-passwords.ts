/** What people here choose and the international list does not have. */
const local = [
  '5201314520', 'woaini1314', 'woaini520', 'woaini521', 'woaini123', 'woaini1314520', 'wodemima', 'mima1234', 'mima123456',
  'admin888', 'admin666', 'admin123456', 'admin@123', 'admin@2024', 'admin@2025', 'admin@2026', 'zhike', 'zhike123',
  'zhike2026', 'root1234', 'test1234', 'test123456', 'welcome1', 'qq123456', 'qq123456789', 'wang123456', 'li123456',
  'zhang123456', 'liu123456', 'chen123456', 'abc123456789', 'a1234567890', 'q1234567', 'w1234567', 'z1234567', 'aini1314',
  'nihao123', 'nihao123456', 'zaijian123', 'baobao123', 'laopo520', 'laogong520', 'xiaoxiao', 'tiankong', 'woshishui',
  'wobuzhidao', 'caonima123', 'jiayou123', 'facai888', 'fafafa888', 'yonghu123', 'kehu123456', 'gongsi123', 'changeme123',
  'letmein123', 'p@ssw0rd123', 'qwer1234!', '1qaz@wsx', '1qaz!qaz', '!qaz2wsx', 'huawei@123', 'admin@huawei', 'abcd@1234',
];

let known: Promise<ReadonlySet<string>> | undefined;

/** Lower-case passwords that attackers try first: about 40 000, loaded when a password is first chosen. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set([...dictionary['passwords-common'], ...local].filter((text) => text.length >= 5)),
  );
  return known;
}
