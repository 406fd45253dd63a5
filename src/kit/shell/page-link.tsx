import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

type AnchorProps = Pick<ComponentProps<'a'>, 'className' | 'title' | 'tabIndex' | 'onClick' | 'onPointerDown' | 'aria-label'>;

/**
 * A link to a page of the app; modules add routes at run time, therefore the address is a plain text.
 * It is marked as current on the pages below its own too, unless `isExact`.
 */
export function PageLink({ to, isExact = false, children, ...rest }: AnchorProps & { readonly to: string; readonly isExact?: boolean; readonly children: ReactNode }) {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return <Link to={to} {...(isExact && { activeOptions: { exact: true, includeSearch: false } })} {...given}>{children}</Link>;
}
