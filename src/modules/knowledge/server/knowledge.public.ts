export { viewArticle, voteArticle } from './actions/rate-article.ts';
export { type ArticleDraft, draftArticle } from './actions/write-article.ts';
export { foundAnswer } from './knowledge.answers.ts';
export { knowledgeModule } from './knowledge.module.ts';
export { type FoundArticle, findArticles, suggestArticles } from './queries/find-articles.ts';
export { showPublicArticle } from './queries/show-article.ts';
