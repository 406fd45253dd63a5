import type { ShippedStandard } from './shipped-form.ts';

export const personalStandards: readonly ShippedStandard[] = [
  {
    code: 'AP-1', area: 'appearance', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '着装符合员工手册，工牌在左胸', en: 'Dress follows the handbook, badge on the left' },
    method: { 'zh-CN': '对照着装规定查看每一位接触到的人员', en: 'Compare everybody met with the dress rules' },
  },
  {
    code: 'AP-2', area: 'appearance', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '头发整齐，双手和指甲干净', en: 'Hair tidy, hands and nails clean' },
    method: { 'zh-CN': '在一米距离内观察', en: 'Look from one metre' },
  },
  {
    code: 'AP-3', area: 'appearance', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '台面和座位上没有私人物品', en: 'No private things on desk or seats' },
    method: { 'zh-CN': '在服务台前查看', en: 'Look at the desk' },
  },
  {
    code: 'AT-1', area: 'attitude', weight: 3, measure: 'scale',
    item: { 'zh-CN': '招呼时有目光接触和微笑', en: 'Eye contact and a smile in greeting' },
    method: { 'zh-CN': '从 1（没有）到 5（自始至终）打分', en: 'From 1 (none) to 5 (throughout)' },
  },
  {
    code: 'AT-2', area: 'attitude', weight: 2, measure: 'scale',
    item: { 'zh-CN': '语气平和，没有不耐烦', en: 'An even voice, never impatient' },
    method: { 'zh-CN': '听完整段对话后打分', en: 'After the whole talk' },
  },
  {
    code: 'AT-3', area: 'attitude', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '客户面前不闲聊、不看手机', en: 'No private talk or phone in front of customers' },
    method: { 'zh-CN': '观察五分钟', en: 'Watch for five minutes' },
  },
  {
    code: 'AE-1', area: 'attention', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '认识的客户，用姓氏称呼', en: 'A known customer is addressed by name' },
    method: { 'zh-CN': '以老客户身份到访，听称呼', en: 'Visit as a known customer and listen' },
  },
  {
    code: 'AE-2', area: 'attention', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '客户说话时不打断', en: 'The customer is not interrupted' },
    method: { 'zh-CN': '数一数被打断的次数，一次也没有为达标', en: 'Count interruptions; none is met' },
  },
  {
    code: 'AE-3', area: 'attention', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '让客户等候时，先说明要多久', en: 'Before a wait the customer hears how long' },
    method: { 'zh-CN': '观察离开座位或放下电话之前有没有说明', en: 'Listen before the person leaves or puts the call on hold' },
  },
  {
    code: 'TC-1', area: 'tact', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '接待用语以问好开头、以道谢结束', en: 'Begins with a greeting and ends with thanks' },
    method: { 'zh-CN': '听开头和结尾的两句话', en: 'Listen to the first and last sentence' },
  },
  {
    code: 'TC-2', area: 'tact', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '不说“不知道”“不归我管”', en: 'Never “I don’t know” or “not my job”' },
    method: { 'zh-CN': '全程留意，一次也没有为达标', en: 'Listen throughout; none is met' },
  },
  {
    code: 'TC-3', area: 'tact', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '不在他人面前谈客户的私事', en: 'Private matters are not discussed before others' },
    method: { 'zh-CN': '观察核对资料时的音量和位置', en: 'Watch voice and place when details are checked' },
  },
  {
    code: 'GD-1', area: 'guidance', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '指路时把客户带到，或走到能看见的地方', en: 'Asked for the way, they walk along until it can be seen' },
    method: { 'zh-CN': '询问一个位置，看怎样指引', en: 'Ask for a place' },
  },
  {
    code: 'GD-2', area: 'guidance', weight: 2, measure: 'scale',
    item: { 'zh-CN': '用客户听得懂的话说明办法和费用', en: 'Explains ways and costs in plain words' },
    method: { 'zh-CN': '请对方说明一项业务，从 1 到 5 打分', en: 'Ask for an explanation, from 1 to 5' },
  },
  {
    code: 'GD-3', area: 'guidance', weight: 2, measure: 'number', direction: 'atLeast', target: 2, unit: { 'zh-CN': '次', en: 'times' },
    item: { 'zh-CN': '给出至少两种选择，并说出区别', en: 'Offers at least two choices and tells them apart' },
    method: { 'zh-CN': '提出一个需求，数给出的选择', en: 'State a need and count the choices' },
  },
  {
    code: 'SL-1', area: 'selling', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '先问清需要，再介绍产品', en: 'Asks about the need before presenting' },
    method: { 'zh-CN': '看介绍之前有没有提问', en: 'See whether a question comes first' },
  },
  {
    code: 'SL-2', area: 'selling', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '不贬低别家的产品', en: 'Does not run down competitors' },
    method: { 'zh-CN': '主动提起另一家，听对方怎么说', en: 'Mention one and listen' },
  },
  {
    code: 'SL-3', area: 'selling', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '结束时约好下一次联系', en: 'A next contact is agreed at the end' },
    method: { 'zh-CN': '听告别前有没有约定时间', en: 'Listen before the farewell' },
  },
  {
    code: 'PS-1', area: 'problemSolving', weight: 3, measure: 'yesNo',
    item: { 'zh-CN': '先道歉并复述问题，再谈办法', en: 'First an apology and the problem repeated, then ways out' },
    method: { 'zh-CN': '提出一个问题，听回应的顺序', en: 'Raise a problem and listen to the order' },
  },
  {
    code: 'PS-2', area: 'problemSolving', weight: 3, measure: 'yesNo',
    item: { 'zh-CN': '当场给出办法，或说明谁在什么时候答复', en: 'A way out on the spot, or who answers by when' },
    method: { 'zh-CN': '记下给出的办法、姓名和时间', en: 'Note the way, the name and the time' },
  },
  {
    code: 'PS-3', area: 'problemSolving', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '转接不成功时道歉，并另给办法', en: 'When a transfer fails: an apology and another way' },
    method: { 'zh-CN': '请求转接到无人接听的分机', en: 'Ask for an extension that nobody answers' },
  },
];
