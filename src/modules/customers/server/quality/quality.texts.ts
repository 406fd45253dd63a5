import { defineTexts } from '#kernel/texts.ts';

/** What the server itself writes into records about data quality and hand-over, in the reader's language. */
export const qualityTexts = defineTexts('customer-quality', {
  access: { task: '{name} 申请查看该客户，请在“查看申请”中答复' },
  handover: { note: '交接说明' },
}, {
  access: { task: '{name} asks for access to this customer; answer under “Access requests”' },
  handover: { note: 'Hand-over note' },
});
