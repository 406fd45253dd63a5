import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '#kernel/failure.ts';
import { contentPolicy } from './guards.ts';
import { hasWebFile } from './web-files.ts';

/** A page that stands beside the application: its own entry of the web build. */
export interface WebPage {
  readonly path: string;
  /** In the root of the web build. */
  readonly file: string;
  /** Everything below the path too. */
  readonly isTree?: boolean;
  /** Origins of the sites that may show the page inside theirs; nobody when absent (SEC-19). */
  readonly frameAncestors?: () => Promise<readonly string[]>;
  /** A script that other sites load into their pages. */
  readonly isForOtherSites?: boolean;
  /** Not found while it answers false. */
  readonly isThere?: () => Promise<boolean>;
}

/** Serves the pages that modules declare; where the web was not built they are not found. */
export function servePages(server: FastifyInstance, pages: readonly WebPage[]): void {
  for (const page of pages) {
    const handler = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (!hasWebFile(page.file) || (await page.isThere?.()) === false) throw fail('record.not-found');
      if (page.isForOtherSites === true) reply.header('cross-origin-resource-policy', 'cross-origin');
      const origins = (await page.frameAncestors?.()) ?? [];
      if (origins.length > 0) reply.header('content-security-policy', contentPolicy(origins.join(' ')));
      return reply.header('cache-control', 'no-cache').sendFile(page.file);
    };
    server.get(page.path, handler);
    if (page.isTree === true) server.get(`${page.path}/*`, handler);
  }
}
