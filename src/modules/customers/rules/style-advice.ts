import type { InterpersonalStyle } from './interpersonal-style.ts';

/** Short lines for the contact page: what the person wants and fears, how to talk with them, what to avoid. */
export type StyleAdvice = { name: string; wants: string[]; fears: string[]; talk: string[]; avoid: string[] };

/** Per language and style (CU-4). */
export const styleAdvice: Record<'zh-CN' | 'en', Record<InterpersonalStyle, StyleAdvice>> = {
  'zh-CN': {
    driver: {
      name: '支配型',
      wants: ['直截了当的答复', '看得见的结果', '新思路和可靠的事实'],
      fears: ['判断出错', '事情没有下文', '失去主导'],
      talk: ['先说结论，备好一页提要和附件', '从对方的目标说起，讲清能带来什么', '给两三个方案，由对方选定'],
      avoid: ['绕弯子或长时间寒暄', '替对方做决定', '当众挑战对方的权威'],
    },
    expressive: {
      name: '表达型',
      wants: ['得到大家认可', '自由表达想法', '有人帮忙把创意落地'],
      fears: ['失去别人的赞同', '受到冷落', '没有发挥的余地'],
      talk: ['精神饱满，多讲新鲜的观点', '用实例和客户的好评说明', '留出时间听对方说', '谈妥后书面确认要点和日期'],
      avoid: ['一上来就念数据和条款', '冷淡或打断', '只凭口头承诺安排后续'],
    },
    amiable: {
      name: '和蔼型',
      wants: ['安心、稳妥', '真诚的肯定', '熟悉的做法和清楚的步骤'],
      fears: ['失去保障', '突然的变动', '与人冲突'],
      talk: ['语速放慢，亲切随和', '先建立信任，再谈事情', '说明对相关的人有什么影响', '主动提供个人的帮助'],
      avoid: ['催促对方马上决定', '公开争论', '中途换人却不打招呼'],
    },
    analytical: {
      name: '分析型',
      wants: ['准确、完整的资料', '条理清楚、变动有预告', '专业意见受到重视'],
      fears: ['受到批评', '局面混乱', '没有先例的新办法'],
      talk: ['事先准备充分，着装和措辞正式', '逐条列出事实，保证数据无误', '语速放慢，给对方核对的时间'],
      avoid: ['过分亲热或靠得太近', '笼统的说法和夸张', '临时改变安排'],
    },
  },
  en: {
    driver: {
      name: 'Driver',
      wants: ['A straight answer', 'Results that can be seen', 'New ideas and solid facts'],
      fears: ['Being wrong', 'Effort that leads nowhere', 'Losing control'],
      talk: [
        'Open with the conclusion; bring one page and the background',
        'Start from their goal and what they gain',
        'Offer two or three options and let them choose',
      ],
      avoid: ['Detours and long small talk', 'Deciding for them', 'Challenging their authority before others'],
    },
    expressive: {
      name: 'Expressive',
      wants: ['Recognition by others', 'Room to say what they think', 'Help to make an idea real'],
      fears: ['Losing approval', 'Being left out', 'No room for their ideas'],
      talk: [
        'Bring energy and a fresh point of view',
        'Use examples and what other customers say',
        'Leave them time to talk',
        'Confirm points and dates in writing',
      ],
      avoid: ['Opening with figures and terms', 'Coldness or interrupting', 'Relying on a spoken promise'],
    },
    amiable: {
      name: 'Amiable',
      wants: ['Safety and calm', 'Sincere appreciation', 'Familiar ways and clear steps'],
      fears: ['Losing security', 'Sudden change', 'Conflict with people'],
      talk: [
        'Speak slowly, friendly and without ceremony',
        'Build trust before business',
        'Say what it means for the people involved',
        'Offer your personal help',
      ],
      avoid: ['Pressing for a decision now', 'Arguing in the open', 'Changing the contact person without a word'],
    },
    analytical: {
      name: 'Analytical',
      wants: ['Exact and complete material', 'Order, and notice of any change', 'Respect for their judgement'],
      fears: ['Criticism', 'Disorder', 'Methods without precedent'],
      talk: [
        'Come prepared; dress and speak formally',
        'List the facts one by one and have them right',
        'Speak slowly and leave time to check',
      ],
      avoid: ['Being too familiar or standing too close', 'Vague or grand claims', 'Changing plans at short notice'],
    },
  },
};
