import { BookOpen } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** The knowledge base: search, articles, writing, suggestions for a case. */
export const knowledgeWeb: WebModule = {
  name: 'knowledge',
  pages: [
    { path: '/knowledge', title: { 'zh-CN': '知识库', en: 'Knowledge base' }, load: () => import('./knowledge-page.tsx') },
    { path: '/knowledge/new', title: { 'zh-CN': '写文章', en: 'Write an article' }, load: () => import('./article-editor-page.tsx') },
    { path: '/knowledge/$article', title: { 'zh-CN': '知识文章', en: 'Article' }, load: () => import('./article-page.tsx') },
    { path: '/knowledge/$article/edit', title: { 'zh-CN': '修改文章', en: 'Edit an article' }, load: () => import('./article-editor-page.tsx') },
  ],
  nav: [{ key: 'knowledge', group: 'service', label: { 'zh-CN': '知识库', en: 'Knowledge base' }, to: '/knowledge', icon: BookOpen, object: 'article', order: 40 }],
  panels: [{ key: 'suggested-articles', object: 'case', place: 'side', label: { 'zh-CN': '相近的知识', en: 'Similar articles' }, order: 30, load: () => import('./suggest-panel.tsx') }],
};
