import { useQuery } from '@tanstack/react-query';
import { addDays, addMonths } from '#kernel/period.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { impactFor, type SimulatedChange } from './impact-registry.ts';

export type SimulationView = CallAnswer<'POST /policies/{key}/simulate'>;

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The last six whole months up to today. */
export function useLastMonths(months = 6): Period {
  const today = useFormat().today();
  return { from: addDays(addMonths(today, -months), 1), to: today };
}

/** Asks the server what a version would have answered otherwise. */
export const simulate = (key: string, number: number, period: Period): Promise<SimulationView> =>
  call('POST /policies/{key}/simulate', { params: { key }, body: { ...period, number } });

/** Amounts per person, when a module tells them for this decision point. */
export function useImpact(point: string, changes: readonly SimulatedChange[]) {
  const impactOf = impactFor(point);
  return useQuery({ queryKey: ['policies', 'impact', point, changes.map((each) => each.decisionId)], queryFn: () => impactOf?.(changes) ?? [], enabled: impactOf !== undefined && changes.length > 0 });
}
