import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { followUpTexts } from '../../follow-up/follow-up.texts.ts';

export const useFollowUpTexts = () => useTexts(followUpTexts);

export type Who = 'mine' | 'all';
export type State = 'due' | 'overdue' | 'all';

export const useFollowUps = (who: Who, state: State) =>
  useQuery({ queryKey: ['follow-ups', who, state], queryFn: ({ signal }) => call('GET /follow-ups', { signal, query: { who, state } }), placeholderData: (earlier) => earlier });

/** How many of one's own are due: the number beside the navigation entry. */
export function useDueCount(): number | undefined {
  const found = useQuery({ queryKey: ['follow-ups', 'mine', 'due'], queryFn: ({ signal }) => call('GET /follow-ups', { signal, query: { who: 'mine', state: 'due' } }), staleTime: 60_000 });
  return found.data?.total;
}

/** Sheets, pools and what hangs on them are read anew. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return () => ['follow-ups', 'follow-up-sheet', 'pools', 'pool-customers', 'pool-refusals', 'records', 'record', 'timeline', 'counts'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
}
