import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { knowledgeWebTexts } from './knowledge-web.texts.ts';

export const categories = ['howTo', 'fault', 'policy', 'product', 'script', 'other'] as const;
export type Category = (typeof categories)[number];
export type Article = CallAnswer<'GET /knowledge/articles/{id}'>;
export type ArticleVersion = CallAnswer<'GET /knowledge/articles/{id}/versions'>['data'][number];

export const useKnowledgeTexts = () => useTexts(knowledgeWebTexts);
export const toCategory = (value: string | null): Category | undefined => categories.find((each) => each === value);

// Below ['records', object] a key is refreshed by the live events of that object.
export const useFound = (q: string, category: Category | undefined) => useQuery({
  queryKey: ['records', 'article', 'found', q, category ?? ''], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => call('GET /knowledge/articles', { signal, query: { q, ...(category && { category }) } }),
});
export const useArticle = (id: string, view: 'published' | 'draft') => useQuery({ queryKey: ['records', 'article', 'page', id, view], queryFn: ({ signal }) => call('GET /knowledge/articles/{id}', { signal, params: { id }, query: { view } }) });
export const useVersions = (id: string, isWanted: boolean) => useQuery({ queryKey: ['records', 'article', 'versions', id], enabled: isWanted, queryFn: ({ signal }) => call('GET /knowledge/articles/{id}/versions', { signal, params: { id } }) });

export function useRefreshKnowledge(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['records', 'article'] });
}
