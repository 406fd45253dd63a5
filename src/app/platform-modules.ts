import { auditModule } from '#platform/audit/audit.module.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';

/** What the platform itself brings to the server, below every business module. */
export const platformModules: readonly ServerModule[] = [auditModule];
