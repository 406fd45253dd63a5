export { MarkedWords } from './marked-words.tsx';
export { useMissed } from './use-missed.ts';
