import { PortalLink, usePortal } from '../../use-portal.tsx';
import { helpTexts } from './help-texts.ts';

/** The way to the help pages from every other one. */
export function HelpLink() {
  const { locale } = usePortal();
  return <PortalLink to="/portal/help" className="portal-plain help-back">{helpTexts.t(locale, 'title')}</PortalLink>;
}
