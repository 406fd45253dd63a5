import type { ShippedStandard } from './shipped-form.ts';

export const proceduralStandards: readonly ShippedStandard[] = [
  {
    code: 'TM-1', area: 'timeliness', weight: 3, measure: 'number', direction: 'atMost', target: 3, unit: { 'zh-CN': '秒', en: 'seconds' },
    item: { 'zh-CN': '客户进入服务区后，3 秒内有人招呼', en: 'Greeted within 3 seconds of entering' },
    method: { 'zh-CN': '从客户跨入服务区开始，用手表计到第一句招呼', en: 'Time from stepping into the service area to the first word of greeting' },
  },
  {
    code: 'TM-2', area: 'timeliness', weight: 3, measure: 'number', direction: 'atMost', target: 5, unit: { 'zh-CN': '分钟', en: 'minutes' },
    item: { 'zh-CN': '排队等候不超过 5 分钟', en: 'No more than 5 minutes in the queue' },
    method: { 'zh-CN': '从取号或站到队尾起，计到开始办理', en: 'Time from taking a number or joining the queue to being served' },
  },
  {
    code: 'TM-3', area: 'timeliness', weight: 2, measure: 'number', direction: 'atMost', target: 3, unit: { 'zh-CN': '次', en: 'times' },
    item: { 'zh-CN': '电话在三声铃响之内接起', en: 'Calls are answered within three rings' },
    method: { 'zh-CN': '拨打对外公布的号码，数铃响次数', en: 'Call the published number and count the rings' },
  },
  {
    code: 'TM-4', area: 'timeliness', weight: 2, measure: 'number', direction: 'atMost', target: 2, unit: { 'zh-CN': '个工作日', en: 'working days' },
    item: { 'zh-CN': '留言在第二个工作日结束前得到答复', en: 'A message is answered by the end of the second working day' },
    method: { 'zh-CN': '留言后记下时间，到收到答复为止', en: 'Leave a message, note the time until the answer comes' },
  },
  {
    code: 'FL-1', area: 'flow', weight: 2, measure: 'number', direction: 'atMost', target: 1, unit: { 'zh-CN': '次', en: 'times' },
    item: { 'zh-CN': '一件事最多转手一次', en: 'One matter is handed on once at most' },
    method: { 'zh-CN': '数一数为办成这件事被请到了几个人、几个窗口', en: 'Count the people and desks one is sent to for one matter' },
  },
  {
    code: 'FL-2', area: 'flow', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '同一份资料只让客户填一次', en: 'The customer fills in the same details only once' },
    method: { 'zh-CN': '看后一个环节是否又要求填已经填过的内容', en: 'See whether a later step asks again for what was given' },
  },
  {
    code: 'FL-3', area: 'flow', weight: 2, measure: 'number', direction: 'atMost', target: 5, unit: { 'zh-CN': '人', en: 'people' },
    item: { 'zh-CN': '一个窗口前等候的人不超过 5 位', en: 'No more than 5 people wait at one desk' },
    method: { 'zh-CN': '每 15 分钟数一次队列，取最多的一次', en: 'Count the queue every 15 minutes; the longest counts' },
  },
  {
    code: 'AD-1', area: 'adaptability', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '排队超过三位时，后台人员出来帮忙', en: 'When more than three people queue, back-office staff come to help' },
    method: { 'zh-CN': '在排队超过三位时观察两分钟内有没有人增援', en: 'Watch for two minutes once more than three people queue' },
  },
  {
    code: 'AD-2', area: 'adaptability', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '对合理的特殊要求，给出一个可行的做法', en: 'A reasonable special wish gets a workable answer' },
    method: { 'zh-CN': '提出一个合理但不常见的要求，看有没有可行答复', en: 'Ask for something reasonable but unusual and see the answer' },
  },
  {
    code: 'AD-3', area: 'adaptability', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '老人、孕妇和带孩子的客户不用排队久等', en: 'Elderly people, expectant mothers and parents with children do not stand in line' },
    method: { 'zh-CN': '观察这类客户到来后是否被优先安排或请到座位', en: 'See whether they are served first or offered a seat' },
  },
  {
    code: 'AN-1', area: 'anticipation', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '在客户开口之前，已主动说出下一步', en: 'The next step is told before the customer asks' },
    method: { 'zh-CN': '办完一步后不提问，看工作人员是否主动说明接下来怎么做', en: 'Say nothing after a step and see whether the next one is explained' },
  },
  {
    code: 'AN-2', area: 'anticipation', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '笔、表格、雨具等用品随手可取', en: 'Pens, forms and umbrellas are within reach' },
    method: { 'zh-CN': '查看服务区是否备齐并可用', en: 'Look whether they are there and work' },
  },
  {
    code: 'AN-3', area: 'anticipation', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '高峰前已加开窗口', en: 'More desks are open before the peak begins' },
    method: { 'zh-CN': '查看当天排班，并在高峰开始时数开放的窗口', en: 'Check the roster and count open desks when the peak begins' },
  },
  {
    code: 'CM-1', area: 'communication', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '转接前告知对方姓名或分机号', en: 'Before a transfer the name or extension is told' },
    method: { 'zh-CN': '请求转接，听有没有说明转给谁', en: 'Ask to be put through and listen for the name or number' },
  },
  {
    code: 'CM-2', area: 'communication', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '办结时用一句话复述结果和时间', en: 'At the end result and time are repeated in one sentence' },
    method: { 'zh-CN': '看工作人员在结束前有没有复述', en: 'Listen for it before leaving' },
  },
  {
    code: 'CM-3', area: 'communication', weight: 2, measure: 'number', direction: 'atLeast', target: 100, unit: { 'zh-CN': '%', en: '%' },
    item: { 'zh-CN': '公示的价格、时间与实际一致', en: 'Posted prices and hours are right' },
    method: { 'zh-CN': '抽查 10 项公示内容，算一致的比例', en: 'Check 10 posted details; the share that is right' },
  },
  {
    code: 'FB-1', area: 'feedback', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '离开前被问到是否满意', en: 'Asked before leaving whether all was well' },
    method: { 'zh-CN': '办完后停留片刻，看有没有人询问', en: 'Linger for a moment and see whether somebody asks' },
  },
  {
    code: 'FB-2', area: 'feedback', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '意见簿或评价码在显眼处，最近一条有回复', en: 'A comment book or code is in plain sight, its last entry answered' },
    method: { 'zh-CN': '找到意见簿或评价码，查看最近一条是否有答复', en: 'Find it and look at the last entry' },
  },
  {
    code: 'FB-3', area: 'feedback', weight: 3, measure: 'number', direction: 'atMost', target: 24, unit: { 'zh-CN': '小时', en: 'hours' },
    item: { 'zh-CN': '提出不满后，24 小时内有人回访', en: 'A complaint is followed up within 24 hours' },
    method: { 'zh-CN': '提出一个小的不满，记到接到回访为止', en: 'Raise a small complaint and note the time until the call' },
  },
  {
    code: 'SV-1', area: 'supervision', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '当班经理在场，并能叫得出名字', en: 'The manager on duty is present and known by name' },
    method: { 'zh-CN': '询问当班经理是谁，看是否在场', en: 'Ask who is on duty and see whether they are there' },
  },
  {
    code: 'SV-2', area: 'supervision', weight: 1, measure: 'yesNo',
    item: { 'zh-CN': '当日检查表已逐项填写并签名', en: 'Today’s checklist is filled in and signed' },
    method: { 'zh-CN': '查看当日现场检查表', en: 'Look at the checklist of the day' },
  },
  {
    code: 'SV-3', area: 'supervision', weight: 2, measure: 'yesNo',
    item: { 'zh-CN': '客户有不满时，当班经理亲自到场', en: 'With a dissatisfied customer the manager comes in person' },
    method: { 'zh-CN': '在提出不满后观察经理是否出面', en: 'See whether the manager comes after a complaint' },
  },
];
