import type { QueryClient } from '@tanstack/react-query';
import { metaQuery } from '#kit/records/use-meta.ts';

/** Reads meta anew at once. Most readers of it never ask by themselves, so that invalidating alone would leave them with the old one. */
export async function refreshMeta(client: QueryClient): Promise<void> {
  await client.fetchQuery({ ...metaQuery, staleTime: 0 });
}
