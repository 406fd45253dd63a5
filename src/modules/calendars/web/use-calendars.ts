import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import type { RecordPage } from '#kit/records/record-types.ts';
import { api } from '#kit/api/api-client.ts';
import { textOf } from '#kit/field/field-props.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import type { DayChange } from '../rules/calendar-content.ts';
import { calendarsWebTexts } from './calendars-web.texts.ts';

export const useCalendarTexts = () => useTexts(calendarsWebTexts);

export type Calendar = CallAnswer<'GET /working-calendars/{id}/content'>;
export type Version = CallAnswer<'GET /working-calendars/{id}/versions'>['data'][number];
export type Preview = CallAnswer<'POST /working-calendars/{id}/holidays-preview'>;
export type Change = Version['changes'][number];

// Below ['records', object] a key is refreshed by the live events of that object.
const KEY = ['records', 'workingCalendar'] as const;

export const useCalendarList = () => useQuery({
  queryKey: [...KEY, 'names'],
  queryFn: ({ signal }) => api.get<RecordPage>('/working-calendars', { signal, query: { limit: 200, sort: 'name' } }),
  select: (page) => page.data.map(({ id, name }) => ({ id, name: textOf(name) })),
});

export const useUnitCalendars = () => useQuery({ queryKey: [...KEY, 'units'], queryFn: ({ signal }) => call('GET /working-calendars/units', { signal }) });

export const useCalendar = (id: string | undefined) => useQuery({
  queryKey: [...KEY, 'content', id], enabled: id !== undefined,
  queryFn: ({ signal }) => call('GET /working-calendars/{id}/content', { signal, params: { id: id ?? '' } }),
});

export const useVersions = (id: string) => useQuery({
  queryKey: [...KEY, 'versions', id], queryFn: ({ signal }) => call('GET /working-calendars/{id}/versions', { signal, params: { id } }),
});

export const usePublishedYears = () => useQuery({ queryKey: ['published-years'], staleTime: Infinity, queryFn: ({ signal }) => call('GET /working-calendars/published-years', { signal }) });

/** What the published list of a year would change; asked for only where a year is given. */
export const useYearPreview = ({ id, version }: Pick<Calendar, 'id' | 'version'>, year: number | undefined) => useQuery({
  queryKey: [...KEY, 'year', id, version, year], enabled: year !== undefined,
  queryFn: () => call('POST /working-calendars/{id}/holidays-preview', { params: { id }, body: { year: year ?? 0 } }),
});

export interface Correction {
  readonly name?: string;
  readonly timeZone?: string;
  readonly week?: string[];
  readonly days?: readonly DayChange[];
  readonly reason: string;
}

/** Writes of calendars; each reads anew what shows them. */
export function useCalendarWrites() {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: KEY });
    const then = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      await refresh();
      return done;
    };
    return {
      refresh,
      create: (body: { name: string; timeZone: string; week: string[]; from?: string; reason?: string }) => then(call('POST /working-calendars', { body })),
      correct: ({ id, version }: Pick<Calendar, 'id' | 'version'>, { days, ...body }: Correction) => then(call('PATCH /working-calendars/{id}', {
        params: { id }, ifMatch: version, body: { ...body, ...(days && { days: days.map(({ date, to }) => ({ date, to })) }) },
      })),
      remove: (id: string) => then(call('DELETE /working-calendars/{id}', { params: { id } })),
      assign: (unit: string, calendar: string | null, reason: string) => then(call('PUT /working-calendars/units/{id}', { params: { id: unit }, body: { calendar, reason } })),
      preview: (id: string, text: string) => call('POST /working-calendars/{id}/holidays-preview', { params: { id }, body: { text } }),
    };
  }, [client]);
}
