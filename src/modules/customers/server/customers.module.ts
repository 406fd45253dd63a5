import type { ServerModule } from '#platform/modules/server-module.ts';
import { activityObject } from '../objects/activity.object.ts';
import { contactObject } from '../objects/contact.object.ts';
import { customerObject } from '../objects/customer.object.ts';
import { customerRelationObject } from '../objects/customer-relation.object.ts';
import { needObject } from '../objects/need.object.ts';
import { activityHooks } from './activity-hooks.ts';
import { contactHooks } from './contact-hooks.ts';
import { customerHooks } from './customer-hooks.ts';
import { needHooks } from './need-hooks.ts';

export const customersModule: ServerModule = {
  name: 'customers',
  objects: [customerObject, contactObject, activityObject, needObject, customerRelationObject],
  hooks: { customer: customerHooks, contact: contactHooks, activity: activityHooks, need: needHooks },
};
