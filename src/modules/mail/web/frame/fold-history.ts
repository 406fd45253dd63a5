import { isHistoryStart } from '../../rules/quoted-history.ts';

// NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT
const ELEMENTS_AND_TEXTS = 5;
/** A header of a quotation is at most so many lines long. */
const LOOK_AHEAD = 6;

const isText = (node: Node): node is Text => node.nodeType === 3;

/** Where a mail begins to repeat those before it: at a quotation, or at a mark that mail programs leave; undefined when nothing new stands above. */
function startOf(document: Document): Node | undefined {
  const walker = document.createTreeWalker(document.body, ELEMENTS_AND_TEXTS);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const texts = nodes.filter(isText).filter((node) => node.data.trim() !== '');
  const [first] = texts;
  return nodes.find((node) => {
    if (first === undefined || node === first || (node.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING) === 0) return false;
    if (!isText(node)) return node.nodeName === 'BLOCKQUOTE';
    const at = texts.indexOf(node);
    return at > 0 && isHistoryStart(texts.slice(at, at + LOOK_AHEAD).map((text) => text.data.replace(/\s+/g, ' ').trim()), 0);
  });
}

/** Folds the earlier mails of a letter under one line; nothing is lost, and no script is needed to open it. */
export function foldHistory(document: Document, label: string): void {
  const start = startOf(document);
  const { body } = document;
  if (!start || !body.lastChild) return;
  const range = document.createRange();
  range.setStartBefore(start);
  range.setEndAfter(body.lastChild);
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = label;
  details.append(summary, range.extractContents());
  body.append(details);
}
