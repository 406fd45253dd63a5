import sql from 'sql-template-tag';
import { foldText } from '#kernel/full-width.ts';
import type { Id } from '#kernel/ids.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { openApprovalOf } from '#modules/approvals/server/approvals.public.ts';
import { draftArticle, editArticle, retireArticle, submitArticle } from '#modules/knowledge/server/actions/write-article.ts';
import { articleApproval } from '#modules/knowledge/server/article-approval.ts';
import type { Context } from '#platform/context/context.ts';
import { type ArticleText, bodyOf } from './article-form.ts';
import { englishArticles } from './english-articles.ts';
import { internalArticles } from './internal-articles.ts';
import { publicArticles } from './public-articles.ts';
import { DAY, type Rooms, hoursAgo } from './rooms.ts';

/** Later versions: what was added, and what the writer said of it. */
const edits: readonly { readonly key: string; readonly step: string; readonly note: string; readonly daysAgo: number; readonly isWaiting?: boolean }[] = [
  { key: 'leak', step: '污水回流时停用所有下水，等维修人员到场。', note: '加上污水的情况', daysAgo: 150 },
  { key: 'leak', step: '不要自己拆开吊顶。', note: '上月有住户受伤，补一条', daysAgo: 40 },
  { key: 'repay', step: '同一客户一年内第二次赔付，由主管打电话说明。', note: '按季度例会的意见补充', daysAgo: 60 },
  { key: 'callback', step: '回访不在晚上八点以后打。', note: '客户反映太晚', daysAgo: 25 },
  { key: 'parking', step: '新能源车可停充电位，充满后请移走。', note: '充电位启用', daysAgo: 1, isWaiting: true },
];

const drafts = new Set(['words', 'peak']);
const retired = new Set(['noise']);
/** Nobody looked at these for more than a year. */
const stale = new Set(['seepage', 'visit']);

/** The knowledge base of two years (SE-34): versions, approvals, votes and readers. */
export async function makeArticles(rooms: Rooms): Promise<void> {
  const { dice, agents } = rooms;
  const texts = [...publicArticles, ...internalArticles, ...englishArticles];
  const made = new Map<string, { readonly id: Id; readonly author: Id; readonly text: ArticleText; steps: readonly string[]; number: number }>();
  for (const [place, text] of texts.entries()) {
    const author = agents[place % agents.length] ?? '';
    const daysAgo = stale.has(text.key) ? dice.between(400, 480) : drafts.has(text.key) ? dice.between(1, 6) : dice.between(170, 340);
    const at = hoursAgo(rooms, daysAgo * 24);
    const { id } = await rooms.act(author, at, (ctx) => draftArticle(ctx, { title: text.title, body: bodyOf(text), locale: text.key.endsWith('-en') ? 'en' : 'zh-CN', visibility: text.visibility, category: text.category }));
    made.set(text.key, { id, author, text, steps: text.steps, number: 1 });
    if (!drafts.has(text.key)) await approve(rooms, { id, author }, at);
  }
  for (const { key, step, note, daysAgo, isWaiting = false } of edits) {
    const article = made.get(key);
    if (!article) throw new Error(`no article ${key}`);
    const { id, author, text } = article;
    const at = hoursAgo(rooms, daysAgo * 24);
    article.steps = [...article.steps, step];
    const body = bodyOf({ ...text, steps: article.steps });
    const { number } = article;
    await rooms.act(author, at, (ctx) => editArticle(ctx, id, { title: text.title, body, locale: 'zh-CN', visibility: text.visibility, category: text.category, number, note }));
    article.number += 1;
    if (isWaiting) await rooms.act(author, new Date(at.getTime() + 600_000), (ctx) => submitArticle(ctx, id));
    else await approve(rooms, article, at);
  }
  for (const key of retired) {
    const article = made.get(key);
    if (article) await rooms.act(article.author, hoursAgo(rooms, 20 * 24), (ctx) => retireArticle(ctx, article.id));
  }
  await readAndJudge(rooms);
  await lookedForInVain(rooms);
}

async function approve({ act, supervisor }: Rooms, { id, author }: { readonly id: Id; readonly author: Id }, at: Date): Promise<void> {
  await act(author, new Date(at.getTime() + 600_000), (ctx) => submitArticle(ctx, id));
  await act(supervisor, new Date(at.getTime() + DAY / 4), async (ctx: Context) => {
    const asked = await openApprovalOf(ctx, { object: 'article', id }, articleApproval);
    if (!asked) throw new Error(`nobody was asked to approve the article ${id}`);
    await giveOpinion(ctx, () => [articleApproval], asked.id, 'approve', undefined);
  });
}

/** Readers and their opinions, by people and by customers who are not signed in; set-based. */
async function readAndJudge({ ctx }: Rooms): Promise<void> {
  const today = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO article_view (article_id, voter, on_day)
    SELECT a.id, 'demo:' || n, (${today}::timestamptz - make_interval(days => (n * 7) % 160))::date
    FROM article a CROSS JOIN LATERAL generate_series(1, 12 + abs(hashtext(a.title)) % 140) AS n WHERE a.published_number IS NOT NULL`);
  await ctx.db.run(sql`
    INSERT INTO article_vote (article_id, voter, is_useful, at)
    SELECT a.id, 'demo:' || n, abs(hashtext(a.title || n)) % 10 > abs(hashtext(a.title)) % 5, ${today}::timestamptz - make_interval(days => n)
    FROM article a CROSS JOIN LATERAL generate_series(1, 3 + abs(hashtext(a.title)) % 21) AS n WHERE a.published_number IS NOT NULL`);
  await ctx.db.run(sql`
    UPDATE article a SET view_count = (SELECT count(*) FROM article_view v WHERE v.article_id = a.id),
      (useful_count, useless_count) = (SELECT count(*) FILTER (WHERE is_useful), count(*) FILTER (WHERE NOT is_useful) FROM article_vote v WHERE v.article_id = a.id)
    WHERE a.published_number IS NOT NULL`);
}

const misses: readonly (readonly [words: string, isPublic: boolean, asked: number, daysAgo: number])[] = [
  ['充电桩收费', true, 17, 1], ['宠物登记', true, 9, 2], ['快递柜超时', true, 6, 4], ['地暖清洗', false, 5, 3], ['空调外机噪声测值', false, 3, 8], ['pool opening hours', true, 3, 6],
];

/** What readers looked for and did not find (SE-34). */
async function lookedForInVain(rooms: Rooms): Promise<void> {
  for (const [words, isPublic, asked, daysAgo] of misses) {
    await rooms.ctx.db.run(sql`
      INSERT INTO article_miss (id, folded, words, is_public, asked, first_at, last_at)
      VALUES (${rooms.ctx.newId()}, ${foldText(words)}, ${words}, ${isPublic}, ${asked}, ${hoursAgo(rooms, 24 * 60).toISOString()}, ${hoursAgo(rooms, daysAgo * 24).toISOString()})`);
  }
}
