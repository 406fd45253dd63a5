import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  objects: {
    user: {
      one: 'User',
      many: 'Users',
      fields: {
        name: 'Name',
        username: 'Username',
        title: 'Job title',
        unit: 'Org unit',
        manager: 'Manager',
        phone: 'Mobile',
        email: 'Email',
        isActive: 'Active',
      },
      groups: { main: 'Details' },
      help: {
        username: 'For signing in; upper and lower case are the same',
        manager: 'Approvals and reminders go up to this person',
        isActive: 'Switched off, the person is signed out at once and their keys stop working',
      },
    },
  },
  rights: {
    admin: {
      users: 'Manage users',
      roles: 'Manage roles and rights',
      organisation: 'Manage org units',
      fields: 'Manage fields and objects',
      settings: 'Manage settings',
      audit: 'Read the audit trail',
      jobs: 'See background jobs',
      viewAs: 'Look as another person (read only)',
    },
    views: { share: 'Share views' },
    policies: { read: 'See policies and decisions', edit: 'Draft policies', approve: 'Approve policies' },
    quality: { board: 'See the data quality board' },
    handover: { manage: 'Hand customers over' },
    export: { approve: 'Approve exports' },
    approvals: { manage: 'Set up approval flows, see all approvals' },
    pools: { claim: 'See public pools and claim from them', manage: 'Set up pools, give pool customers to people' },
    commission: { manage: 'Team commission: confirm settlements, draft plans, propose penalties', approve: 'Approve commission settlements, plans and penalties' },
    service: { manage: 'Run the service desk: set it up, stand in for any step, approve extensions' },
    access: { network: 'Sign in from this network' },
  },
  setup: {
    secret: 'Secret for the first set-up (asked for when the page is opened from another computer): {secret}',
  },
  company: 'Company',
};
