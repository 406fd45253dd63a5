import type { WebModule } from '#kit/module/web-module.ts';
import { recordsWeb } from '#kit/record/records-web.ts';
import { approvalsWeb } from '#modules/approvals/web/approvals-web.ts';
import { calendarsWeb } from '#modules/calendars/web/calendars-web.ts';
import { chatWeb } from '#modules/chat/web/chat-web.ts';
import { commissionWeb } from '#modules/commission/web/commission-web.ts';
import { customersWeb } from '#modules/customers/web/customers-web.ts';
import { customerQualityWeb } from '#modules/customers/web/quality/customer-quality-web.ts';
import { administrationWeb } from '#modules/administration/web/administration-web.ts';
import { fieldworkWeb } from '#modules/fieldwork/web/fieldwork-web.ts';
import { identityWeb } from '#modules/identity/web/identity-web.ts';
import { mailWeb } from '#modules/mail/web/mail-web.ts';
import { knowledgeWeb } from '#modules/knowledge/web/knowledge-web.ts';
import { meetingsWeb } from '#modules/meetings/web/meetings-web.ts';
import { notificationsWeb } from '#modules/notifications/web/notifications-web.ts';
import { organisationWeb } from '#modules/organisation/web/organisation-web.ts';
import { performanceWeb } from '#modules/performance/web/performance-web.ts';
import { policiesWeb } from '#modules/policies/web/policies-web.ts';
import { portalWeb } from '#modules/portal/web/portal-web.ts';
import { registrationWeb } from '#modules/reception/web/registration/registration-web.ts';
import { disputesWeb } from '#modules/reception/web/disputes/disputes-web.ts';
import { statisticsWeb } from '#modules/reception/web/statistics/statistics-web.ts';
import { followUpWeb } from '#modules/reception/web/follow-up/follow-up-web.ts';
import { boardWeb } from '#modules/reception/web/board/board-web.ts';
import { caseWeb } from '#modules/service/web/case/case-web.ts';
import { serviceDeskWeb } from '#modules/service/web/queue/service-desk-web.ts';
import { standardsWeb } from '#modules/standards/web/standards-web.ts';
import { stockWeb } from '#modules/stock/web/stock-web.ts';
import { teamWeb } from '#modules/team/web/team-web.ts';
import { transferWeb } from '#modules/transfer/web/transfer-web.ts';
import { Building2, Contact } from 'lucide-react';

/** Lists and record pages of built-in objects that need nothing beyond the generic pages. */
const builtIn: WebModule = {
  name: 'built-in',
  addresses: { customer: '/customers', contact: '/contacts' },
  nav: [
    { key: 'customers', group: 'customers', label: { 'zh-CN': '客户档案', en: 'Customers' }, to: '/customers', icon: Building2, object: 'customer', letter: 'c', order: 10 },
    { key: 'contacts', group: 'customers', label: { 'zh-CN': '联系人', en: 'Contacts' }, to: '/contacts', icon: Contact, object: 'contact', letter: 'n', order: 20 },
  ],
};

/** Every module's web part, in the order of the house. */
export const webModules: readonly WebModule[] = [recordsWeb, builtIn, customersWeb, customerQualityWeb, identityWeb, organisationWeb, calendarsWeb, notificationsWeb, approvalsWeb, policiesWeb, transferWeb, boardWeb, registrationWeb, followUpWeb, disputesWeb, statisticsWeb, stockWeb, mailWeb, caseWeb, serviceDeskWeb, knowledgeWeb, meetingsWeb, fieldworkWeb, portalWeb, chatWeb, standardsWeb, teamWeb, performanceWeb, commissionWeb, administrationWeb];
