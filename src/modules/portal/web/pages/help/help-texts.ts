import { type Translated, defineTexts } from '#kernel/texts.ts';

const zh = {
  title: '常见问题', back: '返回门户', list: '全部文章', search: '搜一搜，如 漏水、停车', none: '没有找到。换个词再试，或回到门户提交请求。', useful: '这篇文章有用吗', yes: '有用', no: '没用', thanks: '谢谢您的评价', updated: '更新于 {day}', missing: '这篇文章已经不在了。', again: '再试一次', loading: '正在打开',
};
const en: Translated<typeof zh> = {
  title: 'Help', back: 'To the portal', list: 'All articles', search: 'Search, like leak or parking', none: 'Nothing was found. Try another word, or send us a request in the portal.', useful: 'Was this useful?', yes: 'Yes', no: 'No', thanks: 'Thank you', updated: 'Updated {day}', missing: 'This article is no longer here.', again: 'Try again', loading: 'Opening',
};
export const helpTexts = defineTexts('portal-help', zh, en);
