import type { zhCN } from './zh-CN.ts';

export const en: typeof zhCN = {
  objects: {
    article: {
      one: 'Article', many: 'Articles', groups: { main: 'Article' },
      fields: {
        title: 'Title', body: 'Text', locale: 'Language', visibility: 'Visible to', category: 'Category', state: 'State', number: 'Version', publishedNumber: 'Published version', publishedAt: 'Published', reviewedAt: 'Last reviewed',
        usefulCount: 'Useful', uselessCount: 'Not useful', viewCount: 'Views',
      },
      choices: {
        locale: { 'zh-CN': 'Chinese', en: 'English' }, visibility: { internal: 'Colleagues', public: 'Everybody' },
        category: { howTo: 'How to', fault: 'Faults', policy: 'Policy', product: 'Product', script: 'Wording', other: 'Other' },
        state: { draft: 'Draft', approval: 'Waiting for approval', published: 'Published', retired: 'Retired' },
      },
      help: { visibility: 'Customers read public articles without signing in.' },
    },
  },
};
