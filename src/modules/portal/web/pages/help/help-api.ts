import type { Locale } from '#kernel/texts.ts';

export interface HelpRow {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly hits: readonly string[];
}

export interface HelpText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: string;
}

/** Calls what anybody may call of the knowledge base; undefined when it is not there, throws when the line is. */
export async function askHelp<T>(locale: Locale, path: string, body?: unknown): Promise<T | undefined> {
  const response = await fetch(`/api/v1/knowledge/public${path}`, {
    headers: { 'accept-language': locale, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(String(response.status));
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text) as T;
}
