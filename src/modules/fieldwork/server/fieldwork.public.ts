export { fieldworkModule } from './fieldwork.module.ts';
export { type WorkerFilter, type WorkerNeed, type WorkerObjection, addWorkerFilter } from './orders/worker-filters.ts';
