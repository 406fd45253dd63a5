import { literal } from './print-pdf.ts';

export const PAGE_BREAK = '\n#pagebreak()\n';

/** The look of every printed document: A4, Noto Sans SC, page numbers; `mark` stands at the head of each page. */
const page = (mark: string): string => `
#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 20mm), header: align(right, text(size: 8.5pt, ${literal(mark).slice(1)})), numbering: "1 / 1")
#counter(page).update(1)
#set text(font: "Noto Sans SC", size: 10.5pt, lang: "zh")
#set par(leading: 0.8em, spacing: 0.9em)
`;

const table = (rows: readonly (readonly string[])[]): string => {
  const width = rows[0]?.length ?? 1;
  const cells = rows.flatMap((row, index) => row.map((cell) => (index === 0 ? `[*${literal(cell)}*]` : `[${literal(cell)}]`)));
  return `#table(columns: (${Array.from({ length: width }, (_, index) => (index === 1 ? '1fr' : 'auto')).join(', ')}${width === 1 ? ',' : ''}), stroke: 0.5pt + luma(150), inset: 6pt, ${cells.join(', ')})`;
};

/**
 * Plain wording to typst: `# ` a title, `## ` a section, `| a | b |` rows of a table (the first is its head), any other
 * line a paragraph, an empty line a gap. Nothing in it is markup.
 */
export function wordingSource(wording: string, mark: string): string {
  const out: string[] = [page(mark)];
  let rows: string[][] = [];
  const closeTable = () => {
    if (rows.length > 0) out.push(table(rows));
    rows = [];
  };
  for (const line of wording.split('\n')) {
    if (/^\|.*\|$/.test(line.trim())) {
      rows.push(line.trim().slice(1, -1).split('|').map((cell) => cell.trim()));
      continue;
    }
    closeTable();
    if (line.startsWith('# ')) out.push(`#align(center, text(size: 18pt, weight: "bold", ${literal(line.slice(2)).slice(1)}))\n#v(4mm)`);
    else if (line.startsWith('## ')) out.push(`#v(2mm)\n#text(size: 11.5pt, weight: "bold", ${literal(line.slice(3)).slice(1)})\n`);
    else out.push(line.trim() === '' ? '#v(1mm)' : `${literal(line)}\n`);
  }
  closeTable();
  return out.join('\n');
}
