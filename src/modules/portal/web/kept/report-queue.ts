import { useCallback, useEffect, useState } from 'react';
import { type GuestCall, makeKey } from '#kit/guest/guest-call.ts';
import { type Beginning, type KeptReport, isEmpty, newReport } from './kept-report.ts';
import { dropReport, keepReport, keptReports, onReportsChanged } from './report-store.ts';
import { type ReportDeps, sendReport } from './send-report.ts';

const LOCK = 'zhike-portal';
const AGAIN_MS = 10_000;

const depsOf = (call: GuestCall): ReportDeps => ({
  put: async ({ id: key, caseId, words, visit }) => {
    if (caseId !== null) return { caseId, message: (await call<{ id: string }>('POST', `/cases/${caseId}/messages`, { key, body: words.text.trim() })).id };
    const { caseType, customer, subject, text, place } = words;
    if (visit !== undefined) {
      const wish = { key, what: text.trim(), place: place.trim(), ...visit, ...(customer !== '' && { customer }) };
      return { caseId: (await call<{ id: string }>('POST', '/visits', wish)).id, message: null };
    }
    const body = { key, caseType, subject: subject.trim(), description: text.trim(), ...(place.trim() !== '' && { place: place.trim() }), ...(customer !== '' && { customer }) };
    return { caseId: (await call<{ id: string }>('POST', '/cases', body)).id, message: null };
  },
  upload: ({ caseId, message }, { key, name, blob }) => call('POST', `/cases/${caseId}/pictures?${new URLSearchParams({ key, name, ...(message !== null && { message }) }).toString()}`, blob),
  keep: keepReport,
  drop: dropReport,
});

/** One page of the browser sends at a time; where locks are missing the server's keys keep it single all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work());

/** Sends everything that waits; stops at the first that finds no network. Answers how many arrived. */
export const sendWaiting = (call: GuestCall, email: string): Promise<number> => alone(async () => {
  let sent = 0;
  for (const report of await keptReports(email)) {
    if (report.state !== 'waiting') continue;
    const state = await sendReport(report, depsOf(call));
    if (state === 'waiting') break;
    if (state === 'sent') sent += 1;
  }
  return sent;
});

export interface KeptHere {
  /** Undefined until it was looked up. */
  readonly reports: readonly KeptReport[] | undefined;
  send(): Promise<void>;
}

/** What this device still has to send; tried when the page opens, when the network is back and every few seconds. */
export function useKeptReports(call: GuestCall, email: string, onSent: () => void): KeptHere {
  const [reports, setReports] = useState<readonly KeptReport[]>();
  const send = useCallback(async () => {
    if ((await sendWaiting(call, email)) > 0) onSent();
  }, [call, email, onSent]);
  useEffect(() => {
    let isCurrent = true;
    const read = () => void keptReports(email).then((found) => { if (isCurrent) setReports(found); }, () => { if (isCurrent) setReports([]); });
    const trySend = () => void send().catch(() => undefined);
    read();
    trySend();
    const stop = onReportsChanged(read);
    window.addEventListener('online', trySend);
    const timer = setInterval(trySend, AGAIN_MS);
    return () => {
      isCurrent = false;
      stop();
      window.removeEventListener('online', trySend);
      clearInterval(timer);
    };
  }, [email, send]);
  return { reports, send };
}

export interface Draft {
  /** Undefined until the device was asked. */
  readonly draft: KeptReport | undefined;
  change(next: KeptReport): void;
  /** It is on its way: begins the next one. */
  begin(): void;
}

/** The draft of a new case, of an addition to one or of a visit: what was begun is there again. */
export function useDraft(reports: readonly KeptReport[] | undefined, beginning: Beginning): Draft {
  const { caseId, isVisit = false } = beginning;
  const [changed, setChanged] = useState<KeptReport>();
  const [sent, setSent] = useState<string>();
  const [fresh, setFresh] = useState(() => newReport(makeKey(), beginning, Date.now()));
  const begun = reports?.find((report) => report.caseId === caseId && (report.visit !== undefined) === isVisit && report.state === 'draft' && report.id !== sent);
  const draft = changed ?? (reports === undefined ? undefined : (begun ?? fresh));
  const change = useCallback((next: KeptReport) => {
    setChanged(next);
    void (isEmpty(next) ? dropReport(next.id) : keepReport(next)).catch(() => undefined);
  }, []);
  const begin = () => {
    setSent(draft?.id);
    setChanged(undefined);
    setFresh(newReport(makeKey(), beginning, Date.now()));
  };
  return { draft, change, begin };
}
