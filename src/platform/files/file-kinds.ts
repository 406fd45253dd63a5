/** A kind of file that may be uploaded, as its content shows it (SEC-21). */
export interface FileKind {
  readonly mime: string;
  /** Endings that a file of this content may have; the first is added to a name without one. */
  readonly endings: readonly string[];
  readonly family: 'image' | 'document' | 'text';
  /** A picture that a browser shows inside a page; it can carry no script. */
  readonly isInline?: boolean;
}

const office = (name: string, ending: string): FileKind => ({
  mime: `application/vnd.openxmlformats-officedocument.${name}`, endings: [ending], family: 'document',
});
const openDocument = (name: string, ending: string): FileKind => ({
  mime: `application/vnd.oasis.opendocument.${name}`, endings: [ending], family: 'document',
});
const image = (mime: string, ...endings: string[]): FileKind => ({ mime, endings, family: 'image', isInline: true });

/** What is accepted; everything else is refused. No HTML, SVG, programs, macros, archives. */
export const fileKinds: readonly FileKind[] = [
  image('image/png', 'png'),
  image('image/jpeg', 'jpg', 'jpeg'),
  image('image/gif', 'gif'),
  image('image/webp', 'webp'),
  { mime: 'image/heic', endings: ['heic', 'heif'], family: 'image' },
  { mime: 'application/pdf', endings: ['pdf'], family: 'document' },
  office('wordprocessingml.document', 'docx'),
  office('spreadsheetml.sheet', 'xlsx'),
  office('presentationml.presentation', 'pptx'),
  openDocument('text', 'odt'),
  openDocument('spreadsheet', 'ods'),
  openDocument('presentation', 'odp'),
  // The national format of electronic invoices and official papers, GB/T 33190.
  { mime: 'application/ofd', endings: ['ofd'], family: 'document' },
  // Office of the years before 2007, and WPS.
  { mime: 'application/x-cfb', endings: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'], family: 'document' },
  { mime: 'application/rtf', endings: ['rtf'], family: 'document' },
  { mime: 'text/plain', endings: ['txt', 'csv', 'tsv', 'md', 'log'], family: 'text' },
];

export const kindOf = (mime: string): FileKind | undefined => fileKinds.find((kind) => kind.mime === mime);
