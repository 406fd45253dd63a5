export { MailFrame } from './frame/mail-frame.tsx';
