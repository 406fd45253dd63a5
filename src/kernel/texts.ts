/** The two languages of Zhike (PL-61). Chinese is the first. */
export type Locale = 'zh-CN' | 'en';
export const locales: readonly Locale[] = ['zh-CN', 'en'];

/** A text in both languages, as configuration rows carry it. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

export type TextTree = { readonly [key: string]: string | TextTree };
/** The same keys as the Chinese tree; a missing one is a compile error. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

export type TextParams = Readonly<Record<string, string | number>>;

/** One module's texts. `t(locale, key, params)` fills `{name}`; `{n|record|records}` picks the English plural. */
export interface Texts<T extends TextTree = TextTree> {
  readonly name: string;
  readonly trees: { readonly 'zh-CN': T; readonly en: Translated<T> };
  t(locale: Locale, key: TextKey<T>, params?: TextParams): string;
  /** For keys known only at run time (labels); undefined when there is none. */
  find(locale: Locale, key: string, params?: TextParams): string | undefined;
}

function lookUp(tree: unknown, key: string): string | undefined {
  const flat = (tree as Record<string, unknown>)[key];
  if (typeof flat === 'string') return flat;
  let node: unknown = tree;
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === 'string' ? node : undefined;
}

/** Fills the placeholders of one template. */
export function fillText(template: string, params: TextParams = {}): string {
  return template.replace(/\{(\w+)(?:\|([^|{}]*)\|([^{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return String(value);
  });
}

export function defineTexts<const T extends TextTree>(name: string, zh: T, en: Translated<T>): Texts<T> {
  const trees = { 'zh-CN': zh, en };
  const find = (locale: Locale, key: string, params?: TextParams) => {
    const template = lookUp(trees[locale], key);
    return template === undefined ? undefined : fillText(template, params);
  };
  return { name, trees, find, t: (locale, key, params) => find(locale, key, params) ?? key };
}
