import { useCallback, useEffect, useState } from 'react';
import type { PortalPapers } from '../portal-api.ts';
import { useDoing } from '../use-doing.ts';
import { PortalLink, usePortal } from '../use-portal.tsx';

/** Signed contracts and documents that were shared with the customer, to be read. */
export function PapersPage() {
  const { t, call, on, locale } = usePortal();
  const [papers, setPapers] = useState<PortalPapers>();
  const { problem, run } = useDoing();
  const load = useCallback(() => void run(async () => setPapers(await call<PortalPapers>('GET', '/papers'))), [call, run]);
  useEffect(load, [load]);
  const money = (amount: string, currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
  return (
    <>
      <PortalLink to="/portal" className="portal-back">← {t('back')}</PortalLink>
      <h1>{t('papers.title')}</h1>
      {problem !== undefined && <p role="alert" className="portal-note">{problem} <button type="button" className="portal-plain" onClick={load}>{t('again')}</button></p>}
      {papers === undefined && problem === undefined && <p className="muted">{t('loading')}</p>}
      {papers !== undefined && papers.contracts.length + papers.documents.length === 0 && <p className="muted">{t('papers.none')}</p>}
      {papers !== undefined && papers.contracts.length > 0 && (
        <section className="portal-list" aria-label={t('papers.contracts')}>
          <h2>{t('papers.contracts')}</h2>
          <ul className="portal-list">
            {papers.contracts.map((row) => (
              <li key={row.id} className="portal-card">
                <div className="portal-row"><span className="portal-subject">{row.about}</span><span className="tag tag-green">{t(`papers.state.${row.state}`)}</span></div>
                <p>{money(row.price, row.currency)}</p>
                <p className="small muted">{[row.customer, row.number, row.contractNumber === null ? undefined : t('papers.contract', { number: row.contractNumber }), row.signedAt === null ? undefined : t('papers.signed', { at: on(row.signedAt) })].filter(Boolean).join(' · ')}</p>
                <a className="portal-get" href={`/api/v1/portal/contracts/${row.id}/pdf`} download aria-label={`${t('papers.pdf')} ${row.number}`}>{t('papers.pdf')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {papers !== undefined && papers.documents.length > 0 && (
        <section className="portal-list" aria-label={t('papers.documents')}>
          <h2>{t('papers.documents')}</h2>
          <ul className="portal-list">
            {papers.documents.map((row) => (
              <li key={row.id} className="portal-card"><span className="portal-subject">{row.name}</span><p className="small muted">{row.customer} · {on(row.at)}</p><a className="portal-get" href={`/api/v1/portal/documents/${row.id}`} download aria-label={t('papers.get', { name: row.name })}>{t('papers.take')}</a></li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
