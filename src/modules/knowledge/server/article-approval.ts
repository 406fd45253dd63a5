import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { lettersAndDigits } from '#kernel/full-width.ts';
import { searchKeys } from '#kernel/search-keys.ts';
import { foldChinese } from '#kernel/traditional.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { plainText } from '../rules/article-words.ts';
import { settleFound } from './actions/note-miss.ts';
import { lockArticle } from './article-rows.ts';

interface Facts {
  readonly title: string;
  readonly body: string;
  readonly shownTitle: string | null;
  readonly shownBody: string | null;
  readonly number: number;
  readonly visibility: 'internal' | 'public';
  readonly ownerId: Id | null;
}

const factsOf = (ctx: Context, { id }: ApprovalSubject): Promise<Facts | undefined> => ctx.db.maybe<Facts>(sql`
  SELECT title, body, shown_title AS "shownTitle", shown_body AS "shownBody", number, visibility, owner_id AS "ownerId" FROM article WHERE id = ${id} AND deleted_at IS NULL`);

const visibleTo = { internal: { 'zh-CN': '内部', en: 'Colleagues' }, public: { 'zh-CN': '公开', en: 'Everybody' } } as const;

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return undefined;
  const from = facts.shownBody === null ? null : plainText(facts.shownBody).slice(0, 4_000);
  return {
    title: { 'zh-CN': `发布知识文章：${facts.title}`, en: `Publish the article: ${facts.title}` }, withheld: { 'zh-CN': '一篇知识文章', en: 'An article' }, about: subject, link: `/knowledge/${subject.id}`,
    stamp: `${facts.number} ${facts.visibility}`,
    changes: [
      ...(facts.shownTitle === facts.title ? [] : [{ label: { 'zh-CN': '标题', en: 'Title' }, from: facts.shownTitle, to: facts.title, field: 'article.title' }]),
      { label: { 'zh-CN': '正文', en: 'Text' }, from, to: plainText(facts.body).slice(0, 4_000), field: 'article.body' },
      { label: { 'zh-CN': '可见范围', en: 'Visible to' }, from: null, to: visibleTo[facts.visibility], field: 'article.visibility' },
    ],
  };
}

/** What readers search: without width, case and traditional forms. */
const fold = (text: string): string => lettersAndDigits(foldChinese(text));

/** What was approved becomes what readers see. */
async function publish(ctx: Context, id: Id): Promise<void> {
  const row = await lockArticle(ctx, id);
  if (row.state !== 'approval') return;
  const now = ctx.now.toISOString();
  await changeRecord(ctx, 'article', id, { state: 'published', publishedNumber: row.number, publishedAt: now, reviewedAt: now }, {
    shown_title: row.title, shown_body: row.body, shown_visibility: row.visibility, shown_name: fold(row.title), shown_text: fold(`${row.title} ${plainText(row.body)}`),
    shown_key: searchKeys({ names: [row.title], codes: [], phones: [], emails: [] }).key,
  });
  await settleFound(ctx);
}

/** Publishing an article (SE-34): by the owner's manager unless a flow says otherwise. */
export const articleApproval: ApprovalKind = {
  key: 'knowledge.article', label: { 'zh-CN': '知识文章发布', en: 'Publishing an article' }, summarise,
  signersOf: async (ctx, subject) => {
    const facts = await factsOf(ctx, subject);
    return facts?.ownerId == null ? [] : (await managersOf(ctx, facts.ownerId)).slice(0, 1);
  },
  settle: async (ctx, { id }, outcome) => {
    if (outcome === 'approved') await publish(ctx, id);
    else if ((await lockArticle(ctx, id)).state === 'approval') await changeRecord(ctx, 'article', id, { state: 'draft' });
  },
};
