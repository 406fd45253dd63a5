import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { meetingsWebTexts } from './meetings-web.texts.ts';

export type Room = CallAnswer<'GET /meetings/{id}/room'>;
export type MeetingAction = Room['actions'][number];

export const useMeetingsTexts = () => useTexts(meetingsWebTexts);

// Below ['records', object] a key is refreshed by the live events of that object.
export const useRoom = (id: string) => useQuery({ queryKey: ['records', 'meeting', 'room', id], queryFn: ({ signal }) => call('GET /meetings/{id}/room', { signal, params: { id } }) });
export const useActions = () => useQuery({ queryKey: ['records', 'meetingAction', 'list'], queryFn: ({ signal }) => call('GET /meetings/actions', { signal }) });

/** After an action all that shows meetings is read anew. */
export function useRefreshMeetings(): () => void {
  const client = useQueryClient();
  return () => {
    for (const object of ['meeting', 'meetingAction', 'case']) void client.invalidateQueries({ queryKey: ['records', object] });
  };
}

/** An agenda item in words: its title, or its topic. */
export function useItemWords(): (item: Pick<Room['agenda'][number], 'topic' | 'title'>) => string {
  const t = useMeetingsTexts();
  return ({ topic, title }) => (title === '' ? t(`topics.${topic}`) : title);
}
