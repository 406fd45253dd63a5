import { type FormEvent, useState } from 'react';
import { dayParts } from '../../rules/day-part.ts';
import type { ReportWords, VisitWish } from '../kept/kept-report.ts';
import { type KeptHere, useDraft } from '../kept/report-queue.ts';
import { keepReport } from '../kept/report-store.ts';
import type { PortalMe } from '../portal-api.ts';
import { PortalLink, goTo, usePortal } from '../use-portal.tsx';

const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** Books a visit at the customer's place; the desk confirms it. Kept on the device like a report, until the server has it. */
export function VisitPage({ me, kept }: { readonly me: PortalMe; readonly kept: KeptHere }) {
  const { t } = usePortal();
  const { draft, change } = useDraft(kept.reports, { email: me.email, caseId: null, isVisit: true });
  const [problem, setProblem] = useState<string>();
  if (draft?.visit === undefined) return <p className="muted">{t('loading')}</p>;
  const { words, visit } = draft;
  const set = (values: Partial<ReportWords>) => change({ ...draft, words: { ...words, ...values } });
  const wish = (values: Partial<VisitWish>) => change({ ...draft, visit: { ...visit, ...values } });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if ([words.text, words.place, visit.on].some((word) => word.trim() === '')) return setProblem(t('visit.fill'));
    if (visit.on < today()) return setProblem(t('visit.past'));
    try {
      await keepReport({ ...draft, state: 'waiting' });
    } catch (error) {
      return setProblem(error instanceof Error ? error.message : String(error));
    }
    void kept.send().catch(() => undefined);
    goTo('/portal');
  };
  return (
    <>
      <PortalLink to="/portal" className="portal-back">← {t('back')}</PortalLink>
      <form className="portal-card portal-form" onSubmit={(event) => void send(event)} noValidate>
        <h1>{t('visit.title')}</h1>
        <p className="small muted">{t('visit.hint')}</p>
        {me.parties.length > 1 && <label>{t('visit.party')}<select value={words.customer || (me.parties[0]?.customer ?? '')} onChange={(e) => set({ customer: e.target.value })}>{me.parties.map(({ customer, name }) => <option key={customer} value={customer}>{name}</option>)}</select></label>}
        <label>{t('visit.what')}<textarea required maxLength={2_000} rows={3} value={words.text} onChange={(e) => set({ text: e.target.value })} /></label>
        <label>{t('visit.place')}<input required maxLength={120} autoComplete="street-address" value={words.place} onChange={(e) => set({ place: e.target.value })} /></label>
        <label>{t('visit.on')}<input required type="date" min={today()} value={visit.on} onChange={(e) => wish({ on: e.target.value })} /></label>
        <fieldset><legend>{t('visit.part')}</legend>
          <div className="portal-choices">{dayParts.map((part) => <button key={part} type="button" aria-pressed={visit.part === part} onClick={() => wish({ part })}>{t(`visit.parts.${part}`)}</button>)}</div>
        </fieldset>
        {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
        <button type="submit" className="portal-main">{t('visit.send')}</button>
      </form>
    </>
  );
}
