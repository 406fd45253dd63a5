import { createElement, type ReactNode } from 'react';

const allowed = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'blockquote', 'code', 'pre']);

function toNode(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof HTMLElement)) return null;
  const tag = node.tagName.toLowerCase();
  const children = [...node.childNodes].map(toNode);
  if (!allowed.has(tag)) return tag === 'script' || tag === 'style' ? null : children;
  const href = tag === 'a' ? node.getAttribute('href') : null;
  const isWeb = href !== null && /^(https?:|mailto:)/i.test(href);
  const props = isWeb ? { key, href, target: '_blank', rel: 'noreferrer noopener' } : { key };
  return tag === 'br' ? createElement('br', { key }) : createElement(tag, props, ...children);
}

/** Rich text as React nodes of allowed tags only: a second wall behind the server's sanitising (PL-51). */
export function readRichText(html: string): { readonly text: string; readonly nodes: ReactNode } {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return { text: body.textContent ?? '', nodes: [...body.childNodes].map(toNode) };
}
