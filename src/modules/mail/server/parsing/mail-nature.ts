import type { RawHeader } from './header-block.ts';
import { headerOf } from './header-block.ts';
import type { MailNature } from '../mail-types.ts';
import { isBounce } from '../../rules/read-bounce.ts';

/** Marks every mail of ours; whoever sends one back to us makes a loop. Its value is the sending mailbox. */
export const LOOP_HEADER = 'X-Zhike-Loop';

export interface NatureFacts {
  readonly headers: readonly RawHeader[];
  readonly from: string;
  readonly subject: string;
  readonly hasStatusPart: boolean;
  /** This mailbox's own address. */
  readonly ownAddress: string;
  /** The Message-ID is one that we gave. */
  readonly isOurs: boolean;
  /** Mails from this sender within the last hour. */
  readonly recent: number;
}

/** So many mails of one sender in an hour are no correspondence any more. */
export const LOOP_RATE = 60;

const awaySubjects = [
  /^(auto(matic)?[ -]?(reply|response)|out of (the )?office|away from|abwesenheit|vacation|autoreply|i am out|ooo\b)/i,
  /^\s*[【[（(]?(自动回复|自动答复|自動回覆|自动应答|外出通知|休假通知|休假自动|不在办公室|自動回信)/,
];

const said = (facts: NatureFacts, key: string): string => (headerOf(facts.headers, key) ?? '').toLowerCase();

function isAutoReply(facts: NatureFacts): boolean {
  const submitted = said(facts, 'auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  const hasMark = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponder', 'x-auto-response'].some((key) => headerOf(facts.headers, key) !== undefined);
  if (hasMark || said(facts, 'x-qq-auto-reply') !== '' || /auto[_-]?reply/.test(said(facts, 'precedence'))) return true;
  if (/autoreply|auto-reply|vacation/.test(said(facts, 'x-mailer')) || said(facts, 'x-ms-exchange-generated-message-source') !== '') return true;
  return awaySubjects.some((pattern) => pattern.test(facts.subject));
}

const isList = (facts: NatureFacts): boolean =>
  headerOf(facts.headers, 'list-id') !== undefined || headerOf(facts.headers, 'list-unsubscribe') !== undefined || headerOf(facts.headers, 'feedback-id') !== undefined
  || /^(bulk|list|junk)/.test(said(facts, 'precedence'));

/** What kind of mail it is, by its headers before its words; a bounce goes before a loop, because it quotes our headers. */
export function natureOf(facts: NatureFacts): MailNature {
  const returnPath = headerOf(facts.headers, 'return-path')?.replace(/[<>\s]/g, '');
  const contentType = headerOf(facts.headers, 'content-type') ?? '';
  if (isBounce({ contentType, from: facts.from, subject: facts.subject, returnPath, hasStatusPart: facts.hasStatusPart })) return 'bounce';
  const loops = [LOOP_HEADER.toLowerCase(), 'x-loop'].map((key) => headerOf(facts.headers, key)?.toLowerCase());
  if (facts.isOurs || loops[0] !== undefined || loops[1]?.includes(facts.ownAddress) === true || facts.from === facts.ownAddress) return 'loop';
  if (facts.recent >= LOOP_RATE) return 'loop';
  if (isAutoReply(facts)) return 'autoReply';
  return isList(facts) ? 'list' : 'normal';
}
