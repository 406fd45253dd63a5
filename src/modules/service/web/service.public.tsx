export { fillReply } from './case/conversation/merge-fields.ts';
