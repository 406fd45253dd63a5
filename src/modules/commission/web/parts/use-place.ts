import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '#kit/texts/use-format.ts';

export interface Place {
  readonly month: string;
  readonly site: string | undefined;
}

/** Month and site live in the address, so that a page can be sent and comes back as it was. */
export function usePlace(): { readonly place: Place; readonly go: (next: Partial<Place>) => void } {
  const asked: { readonly month?: unknown; readonly site?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const today = useFormat().today();
  const month = typeof asked.month === 'string' && /^\d{4}-\d{2}$/.test(asked.month) ? asked.month : today.slice(0, 7);
  const place: Place = { month, site: typeof asked.site === 'string' ? asked.site : undefined };
  const go = (next: Partial<Place>) => {
    const { month: toMonth, site } = { ...place, ...next };
    void navigate({ to: pathname, search: { month: toMonth, ...(site !== undefined && { site }) }, replace: true });
  };
  return { place, go };
}
