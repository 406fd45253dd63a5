import type { Filter } from '#meta/filter.ts';
import type { RowOf } from '../api/typed-client.ts';

export type ListMode = 'table' | 'kanban' | 'calendar' | 'map';

/** Who a view is for, and whether their list opens with it. */
export interface ViewAbout {
  readonly name: string;
  readonly visibility: SavedView['visibility'];
  readonly role: string | null;
  readonly isDefault: boolean;
}

/** What a list shows: stored in a saved view, and compared with what the person has now (UX-2). */
export interface ViewSettings {
  readonly mode: ListMode;
  readonly columns: readonly string[];
  readonly filter?: Filter | undefined;
  readonly sort: string;
  /** A field's key; of a date with its step: `createdAt:month`. */
  readonly groupBy?: string | undefined;
  /** The date by which the calendar lays records out. */
  readonly dateField?: string | undefined;
  /** The address by which the map counts. */
  readonly placeField?: string | undefined;
  /** Columns that were made wider or narrower, in CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

export type SavedView = RowOf<'GET /views'>;
