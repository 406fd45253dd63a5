export { type AuditYears, makeAuditYears } from './make-audit-years.ts';
export { standardsModule } from './standards.module.ts';
