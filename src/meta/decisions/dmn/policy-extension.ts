import type { Bilingual } from '#kernel/texts.ts';
import type { Choice } from '../decision-model.ts';
import { isElement, textOf, type DmnElement } from './dmn-element.ts';
import { cleanText, node, type XmlNode } from './xml-writer.ts';

/** Our own names in DMN files: what the standard has no place for. */
export const zhikeNamespace = 'urn:zhike:dmn:1';
const jsonMark = 'json:';

/** Text that XML or a tool would change (blanks only, line ends, signs that XML lacks) goes as JSON. */
export function encodeText(text: string): string {
  const isAwkward = cleanText(text) !== text || (text !== '' && text.trim() === '') || text.includes('\r') || text.startsWith(jsonMark);
  return isAwkward ? jsonMark + JSON.stringify(text).replace(/[\ud800-\udfff\ufffe\uffff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`) : text;
}

export function decodeText(text: string): string {
  if (!text.startsWith(jsonMark)) return text;
  const value = parseJson(text.slice(jsonMark.length));
  return typeof value === 'string' ? value : text;
}

/** JSON of a file that anybody may have edited: undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const optional = (text: string | undefined) => (text === undefined ? undefined : encodeText(text));
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of our namespace; line ends in its attributes are kept by JSON too. */
export function own(tag: string, attributes: Attributes = {}, children: readonly (XmlNode | string | null)[] = []): XmlNode {
  const texts = Object.entries(attributes).map(([name, value]) => [name, typeof value === 'number' && Object.is(value, -0) ? '-0' : optional(value?.toString())] as const);
  return node(`zhike:${tag}`, Object.fromEntries(texts), children);
}

export function ownText(tag: string, text: string): XmlNode {
  return own(tag, {}, text === '' ? [] : [encodeText(text)]);
}

export function ownBilingual(tag: string, text: Bilingual | undefined): XmlNode | null {
  return text ? own(tag, {}, [ownText('zh', text['zh-CN']), ownText('en', text.en)]) : null;
}

export function ownChoices(choices: readonly Choice[] | undefined): XmlNode | null {
  if (!choices) return null;
  return own('choices', {}, choices.map(({ value, label }) => own('choice', { value }, [ownText('zh', label['zh-CN']), ownText('en', label.en)])));
}

export const extensions = (children: readonly (XmlNode | null)[]): XmlNode | null =>
  children.some((child) => child !== null) ? node('extensionElements', {}, children) : null;

/** The extension of a kind among elements; null when there is none. */
export const ownAmong = (elements: readonly DmnElement[], tag: string): DmnElement | null => elements.find((each) => each.$type === `zhike:${tag}`) ?? null;

export function ownChildren(element: DmnElement | null, tag: string): DmnElement[] {
  const children = element?.['$children'];
  return Array.isArray(children) ? children.filter(isElement).filter((child) => child.$type === `zhike:${tag}`) : [];
}

export function attributeOf(element: DmnElement | null, name: string): string | undefined {
  if (!element || !Object.hasOwn(element, name)) return undefined;
  const text = textOf(element, name);
  return text === null ? undefined : decodeText(text);
}

export function numberOf(element: DmnElement | null, name: string): number | undefined {
  const value = Number(attributeOf(element, name) ?? Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

export function truthOf(element: DmnElement | null, name: string): boolean | undefined {
  const text = attributeOf(element, name);
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

export const bodyOf = (element: DmnElement | null): string => decodeText(textOf(element, '$body') ?? '');

export function bilingualOf(element: DmnElement | null, tag: string): Bilingual | undefined {
  const [found] = ownChildren(element, tag);
  return found && pairOf(found);
}

export const pairOf = (element: DmnElement): Bilingual => ({ 'zh-CN': bodyOf(ownChildren(element, 'zh')[0] ?? null), en: bodyOf(ownChildren(element, 'en')[0] ?? null) });

export function choicesIn(element: DmnElement | null): Choice[] | undefined {
  const [list] = ownChildren(element, 'choices');
  return list && ownChildren(list, 'choice').map((each) => ({ value: attributeOf(each, 'value') ?? '', label: pairOf(each) }));
}
