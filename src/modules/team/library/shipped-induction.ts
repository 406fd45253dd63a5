import type { PlannedStep } from '../rules/induction-steps.ts';
import type { StepPhase } from '../rules/team-choices.ts';

interface ShippedInduction {
  readonly name: string;
  readonly about: string;
  readonly steps: readonly PlannedStep[];
}

type Line = readonly [phase: StepPhase, day: number, title: string, about: string];
const stepsOf = (lines: readonly Line[]): readonly PlannedStep[] => lines.map(([phase, day, title, about]) => ({ title, about, phase, day, exam: null }));

/** The origin by which loading it again adds nothing. */
export const INDUCTION_ORIGIN = 'service-newcomer';

/** The example that ships: a month of class, two months of practice, a test before anybody answers a customer alone (SE-40). */
export const shippedInduction: Readonly<Record<'zh-CN' | 'en', ShippedInduction>> = {
  'zh-CN': {
    name: '客服新人带教', about: '课堂一个月，实操两个月，考核合格后独立接待客户。天数为工作日，可按本公司情况修改。',
    steps: stepsOf([
      ['class', 2, '认识公司和服务理念', '组织、服务承诺、同事也是客户'], ['class', 5, '产品与服务清单', '能说清每项服务的内容、费用和办理时限'],
      ['class', 9, '服务标准', '程序面和个人面各七个领域，逐条看到做得好的例子'], ['class', 13, '系统操作', '登记、查询、流转、时限、知识文章'],
      ['class', 17, '倾听与沟通', '不打断、复述确认、先处理感受再处理事情'], ['class', 20, '投诉处理', '流程、时限、四个不漏、补救的权限'],
      ['test', 22, '课堂考核', '笔试和一次模拟接待'],
      ['practice', 27, '旁听', '听带教人接待至少二十次，每天记下三点'], ['practice', 35, '带教人陪同接待', '由新人开口，带教人在旁，当场复盘'],
      ['practice', 45, '独立处理咨询和报修', '每天由带教人抽查三件'], ['practice', 54, '处理投诉', '至少五件，从受理到回访，带教人逐件复核'], ['practice', 60, '随现场人员上门', '至少三次，看到服务怎样完成'],
      ['test', 65, '结业考核', '合格后独立接待；不合格的，与带教人约定补练内容'],
    ]),
  },
  en: {
    name: 'Induction for service newcomers', about: 'A month of class, two months of practice; who passes the test serves customers alone. Days are working days and may be changed.',
    steps: stepsOf([
      ['class', 2, 'The company and how it serves', 'Organisation, promises to customers, colleagues are customers too'], ['class', 5, 'Products and services', 'Can say of each service what it holds, costs and takes'],
      ['class', 9, 'Service standards', 'Seven areas of procedure and seven of person, each seen done well'], ['class', 13, 'The system', 'Recording, finding, handing on, deadlines, articles'],
      ['class', 17, 'Listening and speaking', 'Let them finish, say it back, feelings before facts'], ['class', 20, 'Complaints', 'Process, deadlines, the four no-leaks, limits of redress'],
      ['test', 22, 'Test after class', 'On paper, and one reception played through'],
      ['practice', 27, 'Listening in', 'At least twenty receptions by the mentor, three notes a day'], ['practice', 35, 'Serving with the mentor beside', 'The newcomer speaks, both look back at once'],
      ['practice', 45, 'Enquiries and repairs alone', 'The mentor looks at three a day'], ['practice', 54, 'Complaints', 'At least five from intake to call-back, each looked over'], ['practice', 60, 'Visits with field staff', 'At least three, to see how the work is done'],
      ['test', 65, 'Final test', 'Passed: serves alone. Not passed: what to practise is agreed with the mentor'],
    ]),
  },
};
