export { VisitorChat } from './visitor/visitor-chat.tsx';
