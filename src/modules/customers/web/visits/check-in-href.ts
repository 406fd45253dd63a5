import type { NamedRef } from '#kit/records/record-types.ts';

/** The check-in page of a customer; the names go along for when the network is away. */
export function checkInHref(customer: NamedRef, visit: NamedRef | null): string {
  const words = new URLSearchParams({ name: customer.name, ...(visit && { visit: visit.id, visitName: visit.name }) });
  return `/check-in/${customer.id}?${words}`;
}
