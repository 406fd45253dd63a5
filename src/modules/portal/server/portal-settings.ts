import { z } from 'zod';
import { defineSetting } from '#platform/settings/setting.ts';

const shared = { group: 'portal' } as const;

export const portalSetting = defineSetting({
  ...shared, key: 'portalIsOpen', schema: z.boolean(), fallback: false,
  label: { 'zh-CN': '开放客户门户', en: 'Customer portal open' },
  help: { 'zh-CN': '客户用邮箱验证码登录 /portal，提交和查看自己的服务请求。需先设置发信服务器。', en: 'Customers sign in at /portal with a code by mail, raise and follow their requests. Needs a mail server.' },
});

export const formSetting = defineSetting({
  ...shared, key: 'portalFormIsOpen', schema: z.boolean(), fallback: false,
  label: { 'zh-CN': '开放网页表单', en: 'Web form open' },
  help: { 'zh-CN': '没有账号的人可在 /portal/form 留言。链接过多等可疑内容先由主管核查。', en: 'People without an account write at /portal/form. What looks doubtful waits for a supervisor.' },
});

export const formOriginsSetting = defineSetting({
  ...shared, key: 'portalFormOrigins', schema: z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)).max(20), fallback: [] as string[],
  label: { 'zh-CN': '可嵌入表单的网站', en: 'Sites that may embed the form' },
  help: { 'zh-CN': '如 https://www.example.com，其他网站嵌入时不显示。', en: 'Such as https://www.example.com; in other sites the form does not show.' },
});

export const portalSettings = [portalSetting, formSetting, formOriginsSetting];
