/** What a report of non-delivery says. */
export interface BounceReport {
  readonly recipient: string | null;
  /** `5.1.1`; null where it names none. */
  readonly status: string | null;
  readonly isPermanent: boolean;
  /** In the other server's words, one line. */
  readonly reason: string;
  /** Message-IDs named in the report: the mail that came back is among them. */
  readonly originalIds: readonly string[];
}

export interface BounceParts {
  readonly subject: string;
  readonly text: string;
  /** message/delivery-status, decoded; undefined when there is none. */
  readonly deliveryStatus: string | undefined;
  /** The mail that came back, or its headers, as it stands in the report. */
  readonly returned: string | undefined;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);
const field = (text: string, name: string): string | undefined => new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1];
const addressIn = (text: string | undefined): string | null => /[^\s<>;,"'：:，（）()]+@[^\s<>;,"'，（）()]+\.[a-z]{2,}/i.exec(text ?? '')?.[0]?.toLowerCase() ?? null;

const words = [
  /(?:5\d\d[ -][^\n]{3,300})/, /(?:Remote host said|The error that the other server returned was|原因|退信原因|拒收原因|错误信息|出错信息|失败原因)\s*[：:]?\s*([^\n]{3,300})/i,
  /(?:用户不存在|收件人不存在|邮箱已满|邮箱空间不足|域名不存在|被拒收|对方服务器拒绝)[^\n]{0,200}/, /(?:user unknown|mailbox full|does not exist|no such user|over quota|address rejected|unrouteable address)[^\n]{0,200}/i,
];

/** Reads RFC 3464 reports, and what qmail, exim, QQ and 163 write in place of one. */
export function readBounce(parts: BounceParts): BounceReport {
  const { deliveryStatus = '', text } = parts;
  const recipient = addressIn(field(deliveryStatus, 'Final-Recipient')) ?? addressIn(field(deliveryStatus, 'Original-Recipient')) ?? recipientIn(text);
  const status = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(deliveryStatus)?.[1] ?? /[^\d.]([45]\.\d{1,3}\.\d{1,3})[^\d.]/.exec(` ${text} `)?.[1] ?? null;
  const diagnostic = field(deliveryStatus, 'Diagnostic-Code');
  const found = words.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const isDelay = /^Action:\s*delayed/im.test(deliveryStatus) || (deliveryStatus === '' && /delayed|延迟|稍后重试|will keep trying/i.test(parts.subject));
  const ids = [...`${parts.returned ?? ''}\n${text}`.slice(0, 200_000).matchAll(/(?:Message-ID|In-Reply-To)\s*[：:]\s*<([^<>\s]{1,400})>/gi)].flatMap((match) => match[1] ?? []);
  return {
    recipient, status, isPermanent: !isDelay && (status === null || status.startsWith('5')),
    reason: oneLine(diagnostic?.replace(/^smtp;\s*/i, '') ?? found?.[1] ?? found?.[0] ?? parts.subject), originalIds: [...new Set(ids)],
  };
}

function recipientIn(text: string): string | null {
  const named = /(?:<([^<>\s]+@[^<>\s]+)>\s*:|收件人[^\n：:]{0,10}[：:]\s*[<（(]?([^\s<>（）()]+@[^\s<>（）()]+)|following (?:address|recipient)[^\n]*:?\s*\n\s*<?([^\s<>]+@[^\s<>]+))/i.exec(text);
  return addressIn(named?.[1] ?? named?.[2] ?? named?.[3]) ?? addressIn(text);
}

const senders = /^(mailer-daemon|postmaster|mail-daemon|mdaemon|mailerdaemon|bounce[s]?)([+\-=.].*)?@/i;
const subjects = [
  /^(failure notice|delivery status notification|delivery failure|mail delivery (failed|system|failure)|undelivered mail returned|undeliverable|returned mail|message delivery (failed|delayed)|delivery has failed)/i,
  /(系统退信|退信通知|退信|投递失败|邮件未送达|未送达|无法投递|发送失败|未传递的邮件|無法傳遞)/,
];

/** Whether a mail is a report of non-delivery: by its form, or by sender and subject together. */
export function isBounce(mail: {
  readonly contentType: string; readonly from: string; readonly subject: string; readonly returnPath: string | undefined; readonly hasStatusPart: boolean;
}): boolean {
  if (mail.hasStatusPart || /multipart\/report\b[^\n]*report-type\s*=\s*"?delivery-status/i.test(mail.contentType)) return true;
  const isBySubject = subjects.some((pattern) => pattern.test(mail.subject));
  if (senders.test(mail.from) && (isBySubject || mail.returnPath === '')) return true;
  return isBySubject && mail.returnPath === '';
}
