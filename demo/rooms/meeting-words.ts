import type { Topic } from '#modules/meetings/rules/meeting-steps.ts';

/** What customers said, and what comes of it: topic, words, action. */
export const opinions: readonly { readonly topic: Topic; readonly said: string; readonly action: string }[] = [
  { topic: 'quality', said: '地下车库漏水修过两次还在漏', action: '车库伸缩缝整体重做防水，完工后放水试验' },
  { topic: 'service', said: '报修以后不知道谁来、几点来', action: '派工后自动告诉客户人员和时间段' },
  { topic: 'process', said: '装修手续要跑三个地方', action: '客服台一处收件，三个工作日内办完' },
  { topic: 'needs', said: '充电桩不够，晚上排队', action: '东区增设八个充电位，先做用电核算' },
  { topic: 'satisfaction', said: '保洁上午来得晚，上班时还没扫', action: '大堂保洁提前到七点半' },
  { topic: 'productMix', said: '希望有短租的储物间', action: '调查需求户数，拟出收费办法' },
  { topic: 'market', said: '周边新盘的物业费低一些', action: '做一份收费与服务内容的对照表' },
];

export const minutesOf: Readonly<Partial<Record<Topic, string>>> = {
  market: '客户介绍了周边三个小区的收费，认为我们贵在人多、好在夜间有人应答。',
  quality: '车库漏水、外墙空鼓两件事说得最多，工程组当场认领。',
  process: '装修手续和访客登记希望少跑一趟。',
  service: '对维修人员的态度满意，对等候时间不满意。',
  productMix: '有人提出短租储物间，想先看价格。',
  satisfaction: '到会客户打分，平均 8.1 分，比去年高 0.6 分。',
  needs: '充电位和老人活动室排在前两位。',
};

export const keyAccountAgenda: readonly { readonly topic: Topic; readonly title: string }[] = [
  { topic: 'service', title: '上季度服务数据' }, { topic: 'quality', title: '空调水系统改造进度' }, { topic: 'needs', title: '明年的用房计划' },
];
