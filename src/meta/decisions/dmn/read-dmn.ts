// eslint-disable-next-line typescript/triple-slash-reference -- the check of the web part starts from its pages and does not meet the declaration otherwise
/// <reference path="./dmn-moddle.d.ts" />
import { isElement, type DmnElement } from './dmn-element.ts';

/** Bytes. The largest table that a person still reads is a fiftieth of this. */
export const maxDmnBytes = 5 * 1024 * 1024;

export type DmnFaultCode = 'too-large' | 'doctype' | 'not-xml' | 'not-dmn' | 'not-writable';

/** A DMN text that is refused as a whole, with the reason (PL-40). */
export class DmnFault extends Error {
  readonly code: DmnFaultCode;
  readonly detail: string;
  constructor(code: DmnFaultCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'DmnFault';
    this.code = code;
    this.detail = detail;
  }
}

export interface DmnFile {
  readonly root: DmnElement;
  /** What the reader could not place at all. */
  readonly unread: readonly string[];
}

const model13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const diagram13 = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
/** DMN 1.1, 1.2, 1.4, 1.5 and 1.6 are read as 1.3, the only one that dmn-moddle knows; their tables are the same. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', model13],
  ...['http://www.omg.org/spec/DMN/20180521', 'https://www.omg.org/spec/DMN/20211108', 'https://www.omg.org/spec/DMN/20230324', 'https://www.omg.org/spec/DMN/20240513']
    .flatMap((base): [string, string][] => [[`${base}/MODEL/`, model13], [`${base}/DMNDI/`, diagram13]]),
]);

/** Reads a DMN file. Throws DmnFault for texts that are too large, hostile or no DMN. Runs in the browser too. */
export async function readDmn(xml: string): Promise<DmnFile> {
  refuseHostile(xml);
  const known = xml.replace(/(xmlns(?::[\w.-]+)?\s*=\s*)(["'])([^"']*)\2/g, (whole, start: string, quote: string, uri: string) => {
    const same = namespaces.get(uri);
    return same === undefined ? whole : `${start}${quote}${same}${quote}`;
  });
  // Loaded with the first file: most servers never read one (PL-71).
  const { DmnModdle } = await import('dmn-moddle');
  const { rootElement, warnings } = await DmnModdle().fromXML(known).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw new DmnFault(/failed to parse document as|unknown type/.test(message) ? 'not-dmn' : 'not-xml', firstLine(message));
  });
  if (!isElement(rootElement) || rootElement.$type !== 'dmn:Definitions') throw new DmnFault('not-dmn');
  return { root: rootElement, unread: warnings.map((warning) => firstLine(warning.message)) };
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 200);

/** No document type at all, not even in a comment: without one there are no entities to blow up and no file to fetch. */
function refuseHostile(xml: string): void {
  if (xml.length > maxDmnBytes || new TextEncoder().encode(xml).length > maxDmnBytes) throw new DmnFault('too-large');
  const markup = /<!(?:DOCTYPE|ENTITY)/i.exec(xml);
  if (markup) throw new DmnFault('doctype', markup[0]);
}
