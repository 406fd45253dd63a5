export { type AuditYears, makeAuditYears } from './make-audit-years.ts';
export { type WaitMeasure, addWaitMeasure } from './wait-measures.ts';
export { standardsModule } from './standards.module.ts';
