export { fieldworkModule } from './fieldwork.module.ts';
