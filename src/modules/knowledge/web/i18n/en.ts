import type { zh } from './zh-CN.ts';

export const en: typeof zh = {
  categories: { howTo: 'How to', fault: 'Faults', policy: 'Policy', product: 'Product', script: 'Wording', other: 'Other' },
  states: { draft: 'Draft', approval: 'Waiting for approval', published: 'Published', retired: 'Retired' },
  visibility: { internal: 'Colleagues', public: 'Everybody' },
  locales: { 'zh-CN': 'Chinese', en: 'English' },
  search: { title: 'Knowledge base', hint: 'Search first: words or pinyin.', label: 'Search articles', all: 'All categories', category: 'Category', write: 'Write an article', empty: 'No article found', emptyHint: 'Try another word, or write one.', count: '{count} {count|article|articles}', views: '{count} {count|view|views}', useful: 'Useful to {count}', drafts: 'Being written', stale: 'Not reviewed for a year', missing: 'Looked for in vain', missingHint: 'Nothing was found for these words, the most wanted on top; they leave the list when an article is published.', asked: '{count} {count|time|times}', isPublic: 'By customers', writeOne: 'Write one', settle: 'Not needed', settled: 'Taken off the list' },
  article: { back: 'Knowledge base', edit: 'Edit', submit: 'Ask for approval', submitted: 'Sent for approval', retire: 'Retire', retired: 'Retired', review: 'Still right', reviewed: 'Review noted', isDraft: 'A draft: readers do not see it yet', hasDraft: 'There are changes that are not published', seeDraft: 'See the draft', seePublished: 'See what is published', stale: 'Not reviewed for a year: please see whether it is still right', useful: 'Useful', useless: 'Not useful', question: 'Was this article useful?', counts: 'Useful to {useful}, not to {useless}; {views} {views|view|views}', versions: 'Versions', version: 'Version {number}', published: 'Published {time}', removed: 'Removed', added: 'Added', same: 'The same words as the version before' },
  editor: { newTitle: 'Write an article', editTitle: 'Edit the article', title: 'Title', body: 'Text', category: 'Category', visibility: 'Visible to', locale: 'Language', note: 'What changed', save: 'Save', saved: 'Saved as version {number}', none: 'No category', hint: 'Saved as a draft; readers see it once it is approved.' },
  suggest: { none: 'No similar article', write: 'Write an article out of it', written: 'Draft written' },
};
