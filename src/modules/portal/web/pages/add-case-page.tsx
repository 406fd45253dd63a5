import { type FormEvent, useState } from 'react';
import type { ReportWords } from '../kept/kept-report.ts';
import { type KeptHere, useDraft } from '../kept/report-queue.ts';
import { keepReport } from '../kept/report-store.ts';
import type { PortalMe } from '../portal-api.ts';
import { PortalLink, goTo, usePortal } from '../use-portal.tsx';
import { PictureInput } from './picture-input.tsx';

/** A new case. What is written is on the device from the first letter on, and leaves when there is a network. */
export function AddCasePage({ me, kept }: { readonly me: PortalMe; readonly kept: KeptHere }) {
  const { t } = usePortal();
  const { draft, change } = useDraft(kept.reports, { email: me.email, caseId: null });
  const [problem, setProblem] = useState<string>();
  if (draft === undefined) return <p className="muted">{t('loading')}</p>;
  const { words } = draft;
  const set = (values: Partial<ReportWords>) => change({ ...draft, words: { ...words, ...values } });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (words.caseType === '' || words.subject.trim() === '' || words.text.trim() === '') return setProblem(t('add.fill'));
    try {
      await keepReport({ ...draft, state: 'waiting' });
    } catch (error) {
      return setProblem(error instanceof Error ? error.message : String(error));
    }
    void kept.send().catch(() => undefined);
    goTo('/portal');
  };
  return (
    <form className="portal-card portal-form" onSubmit={(event) => void send(event)}>
      <PortalLink to="/portal" className="portal-back">← {t('back')}</PortalLink>
      <h1>{t('add.title')}</h1>
      <label>{t('add.type')}
        <select value={words.caseType} required onChange={(e) => set({ caseType: e.target.value })}>
          <option value="" disabled>—</option>
          {me.types.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      {me.parties.length > 1 && (
        <label>{t('add.party')}
          <select value={words.customer || (me.parties[0]?.customer ?? '')} onChange={(e) => set({ customer: e.target.value })}>
            {me.parties.map(({ customer, name }) => <option key={customer} value={customer}>{name}</option>)}
          </select>
        </label>
      )}
      <label>{t('add.subject')}<input required maxLength={200} value={words.subject} onChange={(e) => set({ subject: e.target.value })} /></label>
      <label>{t('add.text')}<textarea required maxLength={4_000} rows={5} value={words.text} onChange={(e) => set({ text: e.target.value })} /></label>
      <label>{t('add.where')}<input maxLength={120} value={words.place} onChange={(e) => set({ place: e.target.value })} /></label>
      <PictureInput pictures={draft.pictures} onAdd={(added) => change({ ...draft, pictures: [...draft.pictures, ...added] })} onRemove={(key) => change({ ...draft, pictures: draft.pictures.filter((each) => each.key !== key) })} />
      {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
      <button type="submit" className="portal-main">{t('add.send')}</button>
    </form>
  );
}
