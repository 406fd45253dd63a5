import type { Dice } from '../seeded-random.ts';
import type { Scene, Spot } from './problem-scenes.ts';

const communities = ['云栖里一期', '云栖里二期', '望湖苑', '青屿花园', '长河里', '白沙湾', '平湖名邸'] as const;
const grounds = ['东门', '西门', '地下车库A区', '地下车库B区', '中心花园', '儿童活动区', '北侧步道', '商街', '游泳池旁', '南广场'] as const;
const offices = ['科创园A座', '科创园B座', '临湖商务楼'] as const;

/** An address of our own invention. */
export function placeOf(dice: Dice, spot: Spot): string {
  if (spot !== 'area' && dice.chance(0.16)) return `${dice.pick(offices)}${dice.between(2, 22)}${String(dice.between(1, 12)).padStart(2, '0')}`;
  const community = dice.pick(communities);
  if (spot === 'area') return `${community}${dice.pick(grounds)}`;
  const building = `${community}${dice.between(1, 18)}号楼${dice.between(1, 3)}单元`;
  return spot === 'building' ? building : `${building}${dice.between(1, 26)}0${dice.between(1, 4)}室`;
}

const since = ['从昨晚开始', '已经三天了', '今天早上发现的', '上周就这样', '断断续续有半个月', '下过雨以后更明显', '交房时就有', '周末最严重', '每天早晚高峰', '这个月第二次了'] as const;
const wishes = ['请尽快安排。', '家里有老人，请先打电话。', '白天都有人在。', '希望给个说法。', '下午三点以后方便。', '请告诉我大概多久能好。', '麻烦来之前约一下。', '照片可以发给你们。'] as const;

const occasions = ['昨天晚上', '上周末', '今天一早', '连着三天', '下大雨那天', '老人住院那几天', '交房那天', '停电那晚', '过节期间', '第二次了'] as const;
const gratitudes = ['非常感谢。', '请转告本人，谢谢。', '希望公司表扬。', '给你们点赞。', '全家都很感谢。', '请一定让领导知道。', '服务很好。', '谢谢你们。'] as const;

/** What a case is about, put together from place, thing, trouble and time. */
export function subjectOf(dice: Dice, scene: Scene, place: string): { readonly subject: string; readonly description: string; readonly thing: string; readonly trouble: string } {
  const [thing, trouble] = [dice.pick(scene.things), dice.pick(scene.troubles)];
  if (scene.isThanks === true) return { thing, trouble, subject: `${place}：${thing}${trouble}`, description: `${dice.pick(occasions)}，${thing}${trouble}。${dice.pick(gratitudes)}` };
  return { thing, trouble, subject: `${place}${thing}${trouble}`, description: `${place}，${thing}${trouble}，${dice.pick(since)}。${dice.pick(wishes)}` };
}

const thanks = ['谢谢您的反映。', '给您添麻烦了，抱歉。', '感谢理解。', '有问题随时找我们。', '欢迎继续监督。'] as const;
export const replyOf = (dice: Dice, thing: string, work: string): string => `您好，${thing}的事已处理：${work}。${dice.pick(thanks)}`;
export const solutionOf = (dice: Dice, thing: string, work: string): string =>
  `${thing}：${work}；${dice.pick(['三天后复看一次', '一周内巡查两次', '结果当面告知客户', '费用由公司承担', '同楼栋一并检查'])}。`;
export const invalidReason = (dice: Dice): string => dice.pick(['属于相邻业主之间的事，已转调解', '客户认错了责任单位，已告知联系方式', '情况与现场核对不符，客户认可', '收费有据，已出示依据']);

const praiseWords = ['来得快，讲得清楚', '师傅很细心', '可以', '说到做到', '态度好', '就是等得久了点', '修好了，没再出现'] as const;
const blameWords = ['还是老样子', '只修了一半', '过了两天又这样', '没有给出说法', '来的人不懂'] as const;
export const callbackWords = (dice: Dice, isSolved: boolean): string => dice.pick(isSolved ? praiseWords : blameWords);

export const summaryOf = (dice: Dice, cause: string): string =>
  `${dice.pick(['主因', '查明原因', '归因'])}是${cause}；${dice.pick(['处理及时', '处理偏慢，要盯住交接', '答复清楚', '客户认可', '同类要成批看'])}。`;
export const feedbackOf = (dice: Dice, thing: string, cause: string): string =>
  `${thing}多次因${cause}被反映，${dice.pick(['请列入下月巡检', '请看备件清单', '请在新项目图纸里改', '请加到交接表', '请一并排查同批次'])}。`;

const acks = ['您好，您反映的{thing}已受理，我们安排人看现场后回复您。', '收到，已登记，今天内给您电话。', '您好，{thing}的事已转给负责的同事，有进展马上告诉您。'] as const;
export const ackOf = (dice: Dice, thing: string): string => dice.pick(acks).replace('{thing}', thing);
export const urgeOf = (dice: Dice): string => dice.pick(['请问到哪一步了？', '今天能来吗？', '我下班后都在，麻烦快点。', '补充一点：晚上更明显。', '照片发您了，请看。']);
export const noteOf = (dice: Dice): string => dice.pick(['已打电话核实，客户语气平和', '现场看过，等配件到货', '已约明天上午上门', '请工程组一起看', '客户说邻居家也有同样的情况']);
export const waitReason = (dice: Dice): string => dice.pick(['等客户发照片', '等客户约时间', '等客户提供票据', '客户出差，回来再约']);
