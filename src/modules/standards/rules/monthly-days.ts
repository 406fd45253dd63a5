/** The same day of the following months; the last day where a month is shorter. */
export function monthlyDays(first: string, months: number): string[] {
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  return Array.from({ length: months }, (_, at) => {
    const last = new Date(Date.UTC(year, month + at, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + at, Math.min(day, last))).toISOString().slice(0, 10);
  });
}
