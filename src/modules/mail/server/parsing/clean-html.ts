import sanitizeHtml from 'sanitize-html';

const TAGS = [
  'p', 'br', 'div', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr',
  'blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'img',
];
const MAX_HTML = 2 * 1024 * 1024;

const hostOf = (address: string): string => {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
};

/** A picture of the mail itself points at `cid:`; one from elsewhere becomes a link, so that nothing is loaded unasked. */
function picture(attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const source = (attributes['src'] ?? '').trim();
  const alt = (attributes['alt'] ?? '').slice(0, 200);
  if (/^cid:/i.test(source)) return { tagName: 'img', attribs: { src: source, alt } };
  if (!/^https?:/i.test(source)) return { tagName: 'span', attribs: {}, text: alt };
  return { tagName: 'a', attribs: { href: source, rel: 'noopener noreferrer nofollow', target: '_blank' }, text: `[图片 / picture: ${alt || hostOf(source)}]` };
}

/**
 * A mail's HTML without anything that acts, asks or loads (SE-30, SEC-18): no scripts, styles, forms, frames; pictures from
 * elsewhere as links. Cleaning twice changes nothing, so it is done when a mail is taken in and again when it is shown.
 */
export const cleanMailHtml = (html: string): string => sanitizeHtml(html.slice(0, MAX_HTML).replace(/\0/g, ''), {
  allowedTags: TAGS,
  allowedAttributes: { a: ['href', 'rel', 'target'], img: ['src', 'alt'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['cid'] },
  disallowedTagsMode: 'discard',
  nestingLimit: 200,
  transformTags: {
    img: (_tag, attributes) => picture(attributes),
    a: (_tag, attributes) => ({ tagName: 'a', attribs: { ...(attributes['href'] !== undefined && { href: attributes['href'] }), rel: 'noopener noreferrer nofollow', target: '_blank' } }),
  },
});

/** The words of an HTML mail, for mails without a text of their own. */
export const wordsOfHtml = (html: string): string =>
  sanitizeHtml(html.slice(0, MAX_HTML).replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n$&'), { allowedTags: [], allowedAttributes: {}, nestingLimit: 200 })
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
    .replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
