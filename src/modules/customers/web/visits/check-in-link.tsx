import { MapPinCheck } from 'lucide-react';
import { useSessionIfAny } from '#kit/api/session.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { checkInHref } from './check-in-href.ts';
import { useVisitsTexts } from './use-visits-texts.ts';
import './visits.css';

/** Beside a planned visit: to its check-in. */
export function CheckInLink({ customer, visit }: { customer: NamedRef; visit: NamedRef }) {
  const t = useVisitsTexts();
  if (useSessionIfAny()?.viewing) return null;
  return <PageLink to={checkInHref(customer, visit)} className="task-check-in small" aria-label={`${t('checkIn.open')} ${customer.name}`}><MapPinCheck size={15} aria-hidden />{t('checkIn.open')}</PageLink>;
}
