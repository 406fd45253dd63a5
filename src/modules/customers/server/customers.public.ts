export { nameKeyOf } from './customer-hooks.ts';
export { customersModule } from './customers.module.ts';
