export { organisationModule } from './organisation.module.ts';
