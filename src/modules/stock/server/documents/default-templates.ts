export const templateKeys = ['subscription', 'receipt', 'dunning'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** Names that may stand in braces, by template; the page lists them. */
export const placeholders: Readonly<Record<TemplateKey, readonly string[]>> = {
  subscription: ['number', 'company', 'project', 'building', 'unit', 'layout', 'area', 'buyers', 'phone', 'address', 'postcode', 'listPrice', 'discount', 'price', 'priceInWords', 'deposit', 'unitPrice', 'instalments', 'salesperson', 'filedOn'],
  receipt: ['number', 'company', 'project', 'unit', 'customer', 'payer', 'kind', 'amount', 'amountInWords', 'method', 'receivedOn', 'note', 'bookedBy'],
  dunning: ['number', 'company', 'project', 'unit', 'buyers', 'oldestDueOn', 'overdue', 'price', 'paid', 'today'],
};

/** The wordings that a company starts from and edits (PL-63). */
export const defaultTemplates: Readonly<Record<TemplateKey, string>> = {
  subscription: `# 认购书

编号：{number}    日期：{filedOn}

出卖人（甲方）：{company}
买受人（乙方）：{buyers}
证件号码：______________________________（签署时填写）
通信地址：{address}    邮政编码：{postcode}
联系电话：{phone}

## 一、认购房源
项目：{project}    楼栋：{building}    房号：{unit}
户型：{layout}    建筑面积：{area} 平方米

## 二、价款
标价 {listPrice} 元，优惠 {discount} 元，成交价 {price} 元（大写：{priceInWords}），折合单价每平方米 {unitPrice} 元。

## 三、定金
乙方签署本认购书时，到甲方财务交纳定金 {deposit} 元，凭财务收据为准。销售人员不收取任何款项。

## 四、付款安排
{instalments}

## 五、约定
1. 乙方应按约定日期签订买卖合同；逾期未签的，甲方按销售制度处理。
2. 签约前更名不收费；签约后更名按过户收费。换房只限以小换大、以差换好、以低价换高价。
3. 本认购书一式四份：乙方一份，甲方财务一份，甲方销售部两份。签署后不得涂改。


甲方（盖章）：____________________    乙方（签字）：____________________

置业顾问：{salesperson}    日期：______ 年 ____ 月 ____ 日
`,
  receipt: `# 收 据

收据号：{number}    日期：{receivedOn}

| 项目 | 内容 |
| 交款人 | {payer} |
| 客户 | {customer} |
| 房源 | {project} {unit} |
| 款项 | {kind} |
| 金额 | {amount} 元 |
| 大写 | {amountInWords} |
| 方式 | {method} |
| 备注 | {note} |

收款单位（盖章）：{company}    经手人：{bookedBy}
`,
  dunning: `# 催款通知单

{buyers}：

您认购的 {project} {unit}（认购书 {number}），成交价 {price} 元，已付 {paid} 元。应于 {oldestDueOn} 支付的款项至今未付清，逾期金额 {overdue} 元。

请在收到本通知后尽快到财务付清。逾期超过两个月的，将按违约责任处理。

{company}
{today}
`,
};
