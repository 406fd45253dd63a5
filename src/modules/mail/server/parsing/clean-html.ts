import sanitizeHtml from 'sanitize-html';

const TAGS = [
  'p', 'br', 'div', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr',
  'blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'img',
];
const MAX_HTML = 2 * 1024 * 1024;

/** A picture of the mail itself points at `cid:`; one from elsewhere keeps its address beside it and loads nothing until somebody asks (SEC-18). */
function picture(attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const source = (attributes['src'] ?? '').trim();
  const remote = (attributes['data-remote'] ?? '').trim() || source;
  const alt = (attributes['alt'] ?? '').slice(0, 200);
  if (/^cid:/i.test(source)) return { tagName: 'img', attribs: { src: source, alt } };
  if (/^https?:\/\//i.test(remote)) return { tagName: 'img', attribs: { 'data-remote': remote.slice(0, 2_000), alt } };
  return { tagName: 'span', attribs: {}, text: alt };
}

type Picture = (attributes: sanitizeHtml.Attributes) => sanitizeHtml.Tag;

const clean = (html: string, img: Picture): string => sanitizeHtml(html.slice(0, MAX_HTML).replace(/\0/g, ''), {
  allowedTags: TAGS,
  allowedAttributes: { a: ['href', 'rel', 'target'], img: ['src', 'alt', 'data-remote', 'loading'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['cid', 'http', 'https'] },
  disallowedTagsMode: 'discard',
  nestingLimit: 200,
  transformTags: {
    img: (_tag, attributes) => img(attributes),
    a: (_tag, attributes) => ({ tagName: 'a', attribs: { ...(attributes['href'] !== undefined && { href: attributes['href'] }), rel: 'noopener noreferrer nofollow', target: '_blank' } }),
  },
});

/**
 * A mail's HTML without anything that acts, asks or loads (SE-30, SEC-18): no scripts, styles, forms, frames; pictures from
 * elsewhere without a source. Cleaning twice changes nothing, so it is done when a mail is taken in and again when it is shown.
 */
export const cleanMailHtml = (html: string): string => clean(html, picture);

export interface ShownPictures {
  /** Content-ID → address of the file that came with the mail. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether the reader asked for pictures from elsewhere. */
  readonly hasRemote: boolean;
}

/** Cleaned once more, with the pictures that may be seen. */
export const shownMailHtml = (html: string, { files, hasRemote }: ShownPictures): string => clean(html, (attributes) => {
  const { tagName, attribs, text } = picture(attributes);
  const alt = attribs['alt'] ?? '';
  const cid = /^cid:(.*)$/i.exec(attribs['src'] ?? '')?.[1];
  const file = cid === undefined ? undefined : files.get(cid) ?? files.get(decodeCid(cid));
  if (cid !== undefined) return file === undefined ? { tagName: 'span', attribs: {}, text: alt } : { tagName: 'img', attribs: { src: file, alt } };
  const remote = attribs['data-remote'];
  if (remote !== undefined && hasRemote) return { tagName: 'img', attribs: { src: remote, alt, loading: 'lazy' } };
  return { tagName, attribs, ...(text !== undefined && { text }) };
});

function decodeCid(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}

/** The words of an HTML mail, for mails without a text of their own. */
export const wordsOfHtml = (html: string): string =>
  sanitizeHtml(html.slice(0, MAX_HTML).replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n$&'), { allowedTags: [], allowedAttributes: {}, nestingLimit: 200 })
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
    .replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
