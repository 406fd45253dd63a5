import { defineObject } from '#meta/object.ts';
import { knowledgeTexts } from '../knowledge.texts.ts';

const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
export const articleLocales = ['zh-CN', 'en'] as const;
export const visibilities = ['internal', 'public'] as const;
export const articleStates = ['draft', 'approval', 'published', 'retired'] as const;
export const articleCategories = ['howTo', 'fault', 'policy', 'product', 'script', 'other'] as const;

/** 知识文章: what the field holds is being worked on; readers see the published version (SE-34). */
export const articleObject = defineObject({
  key: 'article', plural: 'articles', table: 'article', access: { kind: 'owned' }, title: 'title', icon: 'book-open', texts: knowledgeTexts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'], defaultSort: '-updatedAt',
  fields: [
    { key: 'title', type: 'text', required: true, max: 200, inList: true, search: 'name' },
    { key: 'body', type: 'richText', required: true, max: 50_000 },
    { key: 'locale', type: 'choice', fixedChoices: true, required: true, default: 'zh-CN', choices: articleLocales.map((value) => ({ value })), inList: true },
    { key: 'visibility', type: 'choice', fixedChoices: true, required: true, default: 'internal', choices: coloured({ internal: 'ink', public: 'green' }), inList: true },
    { key: 'category', type: 'choice', fixedChoices: true, choices: articleCategories.map((value) => ({ value })), inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'draft', choices: coloured({ draft: 'hu', approval: 'ju', published: 'green', retired: 'ink' }), inList: true },
    { key: 'number', type: 'integer', required: true, default: 1 },
    { key: 'publishedNumber', type: 'integer' },
    { key: 'publishedAt', type: 'dateTime', inList: true },
    { key: 'reviewedAt', type: 'dateTime' },
    { key: 'usefulCount', type: 'integer', default: 0, inList: true },
    { key: 'uselessCount', type: 'integer', default: 0 },
    { key: 'viewCount', type: 'integer', default: 0, inList: true },
  ],
});
