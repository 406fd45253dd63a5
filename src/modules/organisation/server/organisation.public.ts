export { organisationModule } from './organisation.module.ts';
export { type UnitListener, type UnitMove, addUnitListener } from './unit-listeners.ts';
