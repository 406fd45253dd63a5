export { receptionModule } from './reception.module.ts';
