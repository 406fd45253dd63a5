import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import { MarkedWords, useMissed } from '#modules/knowledge/web/knowledge.public.tsx';
import { PortalLink, usePortal } from '../../use-portal.tsx';
import { type HelpRow, askHelp } from './help-api.ts';
import { helpTexts } from './help-texts.ts';

/** Search over public articles; what is not found is told to those who write them. */
export function HelpList() {
  const { locale, t } = usePortal();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [found, setFound] = useState<{ readonly q: string; readonly rows: readonly HelpRow[] }>();
  const [isLost, setLost] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOld = false;
    askHelp<{ data: readonly HelpRow[] }>(locale, `?q=${encodeURIComponent(q)}`).then((answer) => {
      if (isOld) return;
      setLost(false);
      setFound({ q, rows: answer?.data ?? [] });
    }, () => { if (!isOld) setLost(true); });
    return () => { isOld = true; };
  }, [q, locale, round]);
  const tell = useCallback((words: string) => askHelp(locale, '/missing', { q: words }), [locale]);
  useMissed(q, found?.q === q && found.rows.length === 0, tell);
  return (
    <>
      <h1>{helpTexts.t(locale, 'title')}</h1>
      <div className="portal-form"><input type="search" aria-label={helpTexts.t(locale, 'search')} placeholder={helpTexts.t(locale, 'search')} maxLength={60} value={typed} onChange={(event) => setTyped(event.target.value)} /></div>
      {isLost && <p role="alert" className="portal-note">{t('lost')} <button type="button" className="portal-plain" onClick={() => setRound(round + 1)}>{helpTexts.t(locale, 'again')}</button></p>}
      {!found && !isLost && <p className="muted">{helpTexts.t(locale, 'loading')}</p>}
      {found?.rows.length === 0 && <p role="status">{helpTexts.t(locale, 'none')}</p>}
      <ul className="portal-list">
        {found?.rows.map((row) => (
          <li key={row.id}>
            <PortalLink to={`/portal/help/${row.id}`} className="portal-card portal-case">
              <span className="portal-subject"><MarkedWords text={row.title} hits={row.hits} /></span>
              <span className="small muted"><MarkedWords text={row.excerpt} hits={row.hits} /></span>
            </PortalLink>
          </li>
        ))}
      </ul>
    </>
  );
}
