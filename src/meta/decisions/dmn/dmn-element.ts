/** One element of a DMN file as dmn-moddle gives it: attributes and children by name, foreign attributes in `$attrs`. */
export interface DmnElement {
  readonly $type: string;
  readonly [name: string]: unknown;
}

export function isElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** A text: an attribute, or the content of a child that dmn-moddle keeps as a plain text. */
export function textOf(element: DmnElement | null, name: string): string | null {
  const value = element?.[name];
  return typeof value === 'string' ? value : null;
}

export function childOf(element: DmnElement | null, name: string): DmnElement | null {
  const value = element?.[name];
  return isElement(value) ? value : null;
}

export function childrenOf(element: DmnElement | null, name: string): DmnElement[] {
  const value = element?.[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Own extension elements of an element, such as `zhike:fact`. */
export function extensionsOf(element: DmnElement | null): DmnElement[] {
  return childrenOf(childOf(element, 'extensionElements'), 'values');
}

/** Extension elements and attributes of other makers anywhere in the content (the diagram is none), each name once. */
export function foreignNames(root: DmnElement): string[] {
  const names = new Set<string>();
  const open: DmnElement[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    const attributes = element['$attrs'];
    if (typeof attributes === 'object' && attributes !== null) for (const name of Object.keys(attributes)) names.add(name);
    for (const extension of extensionsOf(element)) names.add(extension.$type);
    for (const [name, value] of Object.entries(element)) {
      if (name === '$children' || name === 'dmnDI' || name === 'extensionElements') continue;
      open.push(...(Array.isArray(value) ? value : [value]).filter(isElement));
    }
  }
  return [...names].filter((name) => !/^(?:xmlns|xsi:|zhike:)/.test(name));
}

/** `#id` as the files write references; null for one into another file. */
export function targetOf(reference: DmnElement | null): string | null {
  const href = textOf(reference, 'href');
  return href?.startsWith('#') === true ? href.slice(1) : null;
}
