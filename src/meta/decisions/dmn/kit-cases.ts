import type { FeelValue, Scope } from '../feel/feel-value.ts';
import { parseCalendarDate } from '../feel/calendar-date.ts';

/** One case of the conformance kit: values in, the expected value of each decision out. */
export interface KitCase {
  readonly id: string;
  readonly inputs: Scope;
  readonly expected: readonly { readonly name: string; readonly value: FeelValue }[];
}

interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The plain XML of the kit's test files: elements, attributes, texts. */
function parse(xml: string): Node {
  const root: Node = { tag: '', attributes: {}, children: [], text: '' };
  const path = [root];
  for (const [, comment, close, tag = '', rest = '', empty, text] of xml.matchAll(/(<!--.*?-->|<\?.*?\?>)|<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|([^<]+)/gs)) {
    const top = path.at(-1) ?? root;
    if (text !== undefined) top.text += plain(text);
    else if (close === '/') path.pop();
    else if (comment === undefined) {
      const attributes = Object.fromEntries([...rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [name, plain(a ?? b ?? '')]));
      const node: Node = { tag: tag.replace(/^.*:/, ''), attributes, children: [], text: '' };
      top.children.push(node);
      if (empty !== '/') path.push(node);
    }
  }
  return root;
}

const inside = (node: Node | undefined, tag: string) => (node?.children ?? []).filter((child) => child.tag === tag);

function valueOf(node: Node | undefined): FeelValue {
  const [list] = inside(node, 'list');
  if (list) return inside(list, 'item').map(valueOf);
  const components = inside(node, 'component');
  if (components.length > 0) return Object.fromEntries(components.map((part) => [part.attributes['name'] ?? '', valueOf(part)]));
  const [value] = inside(node, 'value');
  if (!value || value.attributes['xsi:nil'] === 'true') return null;
  const type = (value.attributes['xsi:type'] ?? 'xsd:string').replace(/^.*:/, '');
  if (type === 'decimal' || type === 'double' || type === 'integer') return Number(value.text);
  if (type === 'boolean') return value.text.trim() === 'true';
  return type === 'date' ? parseCalendarDate(value.text) : value.text;
}

/** Reads a test file of the public DMN conformance kit. */
export function readKitCases(xml: string): KitCase[] {
  const [root] = inside(parse(xml), 'testCases');
  return inside(root, 'testCase').map((each) => ({
    id: each.attributes['id'] ?? '',
    inputs: Object.fromEntries(inside(each, 'inputNode').map((node) => [node.attributes['name'] ?? '', valueOf(node)])),
    expected: inside(each, 'resultNode').map((node) => ({ name: node.attributes['name'] ?? '', value: valueOf(inside(node, 'expected')[0]) })),
  }));
}
