import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { Filter } from '#meta/filter.ts';

/** The address of a list narrowed by a filter; references are `{id, name}`, so that the chips can name them. */
export const listHref = (address: string, filter?: Filter, sort?: string): string => {
  const search = new URLSearchParams({ ...(filter ? { filter: JSON.stringify(filter) } : {}), ...(sort ? { sort } : {}) }).toString();
  return search ? `${address}?${search}` : address;
};

/** Goes to an address of the app with its query, without loading the page anew. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return (href) => router.history.push(href);
}

/** A link to a filtered list: a new tab when the person asks for one. */
export function ListLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const go = useGo();
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} className={className} onClick={onClick}>{children}</a>;
}
