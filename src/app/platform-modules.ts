import { auditModule } from '#platform/audit/audit.module.ts';
import { backupModule } from '#platform/backup/scheduled/backup.module.ts';
import { eventsModule } from '#platform/events/events.module.ts';
import { filesModule } from '#platform/files/files.module.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { sharingModule } from '#platform/sharing/sharing.module.ts';
import { upkeepModule } from '#platform/runtime/upkeep.module.ts';
import { transferModule } from '#platform/transfer/transfer.module.ts';

/** What the platform itself brings to the server, below every business module. */
export const platformModules: readonly ServerModule[] = [auditModule, eventsModule, filesModule, sharingModule, transferModule, backupModule, upkeepModule];
