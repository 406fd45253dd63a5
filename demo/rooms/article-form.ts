import type { articleCategories } from '#modules/knowledge/objects/article.object.ts';

/** An article of the demo: opening words, what to do in order, closing words. */
export interface ArticleText {
  readonly key: string;
  readonly title: string;
  readonly category: (typeof articleCategories)[number];
  readonly visibility: 'internal' | 'public';
  readonly opening: string;
  readonly steps: readonly string[];
  readonly closing?: string;
}

/** Its body as rich text; the texts are our own and hold no marks. */
export const bodyOf = ({ opening, steps, closing }: Pick<ArticleText, 'opening' | 'steps' | 'closing'>): string =>
  `<p>${opening}</p><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>${closing === undefined ? '' : `<p>${closing}</p>`}`;
