import { PortalLink, usePortal } from '../../use-portal.tsx';
import { HelpArticle } from './help-article.tsx';
import { HelpList } from './help-list.tsx';
import { helpTexts } from './help-texts.ts';
import './help.css';

/** Public articles of the knowledge base, without signing in: approved ones only (SE-34). */
export function HelpPage({ path }: { readonly path: string }) {
  const { locale } = usePortal();
  const id = /^\/portal\/help\/([\w-]+)$/.exec(path)?.[1];
  return (
    <>
      <nav className="portal-row"><PortalLink to={id === undefined ? '/portal' : '/portal/help'} className="portal-plain help-back">{helpTexts.t(locale, id === undefined ? 'back' : 'list')}</PortalLink></nav>
      {id === undefined ? <HelpList /> : <HelpArticle key={id} id={id} />}
    </>
  );
}
