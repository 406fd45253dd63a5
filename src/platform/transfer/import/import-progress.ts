import type { Services } from '../../runtime/services.ts';
import { isTime } from '../progress-pace.ts';
import type { ImportRun } from './import-store.ts';

/** What the page shows while an import runs. */
export const progressOf = (run: ImportRun) => ({
  id: run.id, state: run.state, rowsDone: run.rowsDone, rowCount: run.rowCount, created: run.created, updated: run.updated,
  unchanged: run.unchanged, duplicates: run.duplicates, errors: run.errors, kept: run.kept, problem: run.problem,
});

/** Tells the importer's pages how far it is, at most twice a second; `isLast` always. */
export function tellProgress(services: Services, run: ImportRun, isLast = false): void {
  if (!isTime(services, run.id, isLast)) return;
  services.events.announce({ kind: 'personal', event: { userId: run.createdBy, topic: 'import', payload: progressOf(run) } });
}

/** One word for "many records changed": lists read themselves anew. */
export function tellMany(services: Services, run: ImportRun): void {
  services.events.announce({ kind: 'records', events: [{ object: run.object, id: run.id, action: 'many', actorId: run.createdBy }] });
}
