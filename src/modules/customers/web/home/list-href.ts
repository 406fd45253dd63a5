import { useNavigate } from '@tanstack/react-router';
import type { Filter } from '#meta/filter.ts';

/** The address of a list narrowed by a filter; references are `{id, name}`, so that the chips can name them. */
export const listHref = (address: string, filter?: Filter, sort?: string): string => {
  const search = new URLSearchParams({ ...(filter ? { filter: JSON.stringify(filter) } : {}), ...(sort ? { sort } : {}) }).toString();
  return search ? `${address}?${search}` : address;
};

/** Goes to an address of the app with its query. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return (href) => void navigate({ to: href });
}
