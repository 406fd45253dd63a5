import { useCallback, useEffect, useMemo, useState } from 'react';
import { readRichText } from '#kit/field/rich-text.tsx';
import { usePortal } from '../../use-portal.tsx';
import { type HelpText, askHelp } from './help-api.ts';
import { helpTexts } from './help-texts.ts';

function Vote({ id }: { readonly id: string }) {
  const { locale } = usePortal();
  const [vote, setVote] = useState<boolean>();
  const give = (isUseful: boolean) => {
    setVote(isUseful);
    // A vote that is not counted is not worth a word to the reader.
    askHelp(locale, `/${id}/vote`, { isUseful }).catch(() => undefined);
  };
  return (
    <div className="portal-choices" role="group" aria-label={helpTexts.t(locale, 'useful')}>
      <span className="help-question">{helpTexts.t(locale, 'useful')}</span>
      <button type="button" aria-pressed={vote === true} onClick={() => give(true)}>{helpTexts.t(locale, 'yes')}</button>
      <button type="button" aria-pressed={vote === false} onClick={() => give(false)}>{helpTexts.t(locale, 'no')}</button>
      {vote !== undefined && <span role="status" className="help-question">{helpTexts.t(locale, 'thanks')}</span>}
    </div>
  );
}

/** One article for anybody. */
export function HelpArticle({ id }: { readonly id: string }) {
  const { locale, t } = usePortal();
  const [article, setArticle] = useState<HelpText | null>();
  const [isLost, setLost] = useState(false);
  const load = useCallback(() => {
    askHelp<HelpText>(locale, `/${id}`).then((found) => {
      setLost(false);
      setArticle(found ?? null);
    }, () => setLost(true));
  }, [id, locale]);
  useEffect(load, [load]);
  const { nodes } = useMemo(() => readRichText(article?.body ?? ''), [article]);
  if (isLost) return <p role="alert" className="portal-note">{t('lost')} <button type="button" className="portal-plain" onClick={load}>{helpTexts.t(locale, 'again')}</button></p>;
  if (article === undefined) return <p className="muted">{helpTexts.t(locale, 'loading')}</p>;
  if (article === null) return <p role="status">{helpTexts.t(locale, 'missing')}</p>;
  return (
    <article className="portal-card help-article">
      <h1>{article.title}</h1>
      {nodes}
      <p className="small muted">{helpTexts.t(locale, 'updated', { day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(article.publishedAt)) })}</p>
      <Vote id={id} />
    </article>
  );
}
