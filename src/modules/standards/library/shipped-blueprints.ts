type Words = { readonly 'zh-CN': string; readonly en: string };

export interface ShippedStep {
  readonly name: Words;
  readonly moment: Words;
  readonly expectation: Words;
  readonly standards: readonly string[];
  /** Seconds. */
  readonly wait: number | null;
}

export interface ShippedBlueprint {
  readonly origin: string;
  readonly name: Words;
  readonly about: Words;
  readonly steps: readonly ShippedStep[];
}

const step = (zh: readonly [string, string, string], en: readonly [string, string, string], standards: readonly string[], wait: number | null): ShippedStep => ({
  name: { 'zh-CN': zh[0], en: en[0] }, moment: { 'zh-CN': zh[1], en: en[1] }, expectation: { 'zh-CN': zh[2], en: en[2] }, standards, wait,
});

/** 到服务中心办一件事的服务圈 (SE-22): from the search for a parking place back to the car. */
export const shippedBlueprints: readonly ShippedBlueprint[] = [{
  origin: 'service-centre', name: { 'zh-CN': '到服务中心办事', en: 'A visit to the service centre' },
  about: { 'zh-CN': '客户从停车到离开，一步一步遇到什么、期望什么。', en: 'What a customer meets and expects, step by step, from parking to leaving.' },
  steps: [
    step(['找车位', '入口的指示和保安的手势', '不用绕第二圈'], ['Find a parking place', 'The sign at the gate and the guard’s wave', 'No second round'], ['GD-1'], 180),
    step(['进门', '门口第一个人的目光', '有人看见我来了'], ['Enter', 'The eyes of the first person', 'Somebody noticed me'], ['TM-1', 'AT-1'], 3),
    step(['问该找谁', '问第一个问题时的回答', '一句话就知道去哪里'], ['Ask where to go', 'The answer to the first question', 'One sentence tells me where'], ['GD-1', 'TC-2'], 30),
    step(['等候', '坐下来看叫号和墙上的公示', '知道还要多久'], ['Wait', 'The queue display and what is on the wall', 'I know how long'], ['TM-2', 'AE-3', 'AN-2'], 300),
    step(['说明来意', '工作人员放下手里的事听我说', '不用说第二遍'], ['Say what is needed', 'Somebody stops and listens', 'I say it once'], ['AE-2', 'FL-2'], null),
    step(['办理', '一步办完说出下一步', '一次办好'], ['Be served', 'The next step is told', 'Done in one go'], ['FL-1', 'AN-1', 'GD-2'], 600),
    step(['付款或签字', '金额与公示一致', '没有意外的费用'], ['Pay or sign', 'The amount is as posted', 'No surprise'], ['CM-3'], 60),
    step(['确认结果', '办结时的那一句话', '清楚办成了什么、什么时候生效'], ['Hear the result', 'The last sentence', 'I know what was done and from when'], ['CM-2', 'FB-1'], null),
    step(['离开', '道别和送到门口', '下次还愿意来'], ['Leave', 'The farewell at the door', 'I would come again'], ['TC-1'], null),
    step(['接到回访', '约定时间的那个电话', '说到做到'], ['Get a call', 'The call at the agreed time', 'They keep their word'], ['FB-3', 'TM-4'], 86_400),
  ],
}];
