export { nameKeyOf } from './customer-hooks.ts';
export { customersModule } from './customers.module.ts';
export { type TimelinePage, type TimelinePlace, type TimelineRow, type TimelineSource, newest, readable, seen, wantedKinds } from './timeline/timeline-source.ts';
export { addTimelineSource } from './timeline/timeline-sources.ts';
export { type Visitor, customerByPhone, giveCustomer, makeVisitor } from './visitors/visitor-customer.ts';
