import type { Bilingual } from '#kernel/texts.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectAction } from '#meta/object.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { RecordData } from '../records/record-types.ts';

export type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

/** A page of its own, loaded when first visited. `path` begins with `/`; `$name` is a parameter. */
export interface ModulePage {
  readonly path: string;
  readonly title: Bilingual;
  readonly load: Load<object>;
}

/** One entry of the left navigation. Shown when the person has `right`, or may read `object`, or may do `action` with it. */
export interface NavEntry {
  readonly key: string;
  /** A key of the app's navigation groups. */
  readonly group: string;
  readonly label: Bilingual;
  readonly to: string;
  readonly icon: LucideIcon;
  readonly order?: number;
  readonly right?: string;
  readonly object?: string;
  readonly action?: ObjectAction;
  /** The letter of `G` + letter (UX-5). */
  readonly letter?: string;
  /** A hook with the number that waits behind the entry. */
  readonly useBadge?: () => number | undefined;
}

export interface RecordSlotProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
}

/**
 * Where a module shows itself on a record page: `tab` in the middle, `side` at the right, `badge` beside the name,
 * `action` among the buttons, `figures` as the row of key figures, `steps` as the stage bar, `properties` below the properties.
 */
export type PanelPlace = 'tab' | 'side' | 'badge' | 'action' | 'figures' | 'steps' | 'properties';

export interface RecordPanel {
  readonly key: string;
  readonly object: string;
  readonly place: PanelPlace;
  readonly label: Bilingual;
  readonly order?: number;
  readonly right?: string;
  readonly isShown?: (record: RecordData) => boolean;
  /** Keys of objects whose generic related panel this one stands for. */
  readonly replaces?: readonly string[];
  readonly load: Load<RecordSlotProps>;
}

/** What a bulk action works on: the chosen ids, or everything that the list's filter matches. */
export interface BulkTarget {
  readonly object: ObjectMeta;
  readonly ids: readonly string[] | 'all';
  readonly records: readonly RecordData[];
  readonly filter: Filter | undefined;
  readonly q: string | undefined;
  readonly count: number;
}

export interface BulkDialogProps extends BulkTarget {
  /** Call with true when records changed: the list reloads and the selection is dropped. */
  onClose(hasChanged: boolean): void;
}

/** A button of the bulk bar; its dialog opens when pressed. */
export interface BulkAction {
  readonly key: string;
  /** `*` for every object. */
  readonly object: string;
  readonly label: Bilingual;
  readonly icon: LucideIcon;
  readonly order?: number;
  readonly right?: string;
  readonly needs?: (object: ObjectMeta) => boolean;
  readonly load: Load<BulkDialogProps>;
}

export interface FormSlotProps {
  readonly object: ObjectMeta;
  readonly values: Readonly<Record<string, unknown>>;
  /** Absent while creating. */
  readonly id?: string;
}

/** Beside a create or edit form: duplicates, hints. */
export interface FormPanel {
  readonly key: string;
  readonly object: string;
  readonly load: Load<FormSlotProps>;
}

export interface MoveDialogProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly field: string;
  readonly to: string;
  /** Extra values to write with the move, or null when the person gave up. */
  onDone(values: Readonly<Record<string, unknown>> | null): void;
}

/** Asks for what a move on the board needs (a lost reason, required fields). */
export interface MoveGuard {
  readonly object: string;
  readonly field: string;
  readonly isNeeded: (record: RecordData, to: string) => boolean;
  readonly load: Load<MoveDialogProps>;
}

/** A button above a list (import, templates …). */
export interface ListAction {
  readonly key: string;
  readonly object: string;
  readonly label: Bilingual;
  readonly icon: LucideIcon;
  readonly right?: string;
  /** Stands as the page's main button, for objects whose records a module's own page creates. */
  readonly isMain?: boolean;
  readonly needs?: (object: ObjectMeta) => boolean;
  readonly to: (object: ObjectMeta) => string;
}

/** A command of the palette that is not a page. */
export interface PaletteCommand {
  readonly key: string;
  readonly label: Bilingual;
  readonly words?: readonly string[];
  readonly icon: LucideIcon;
  readonly right?: string;
  readonly to: string;
}

/** Keys that work on a module's own pages, for the keyboard help: `Alt ↑` is two keys. */
export interface KeyEntry {
  readonly label: Bilingual;
  readonly keys: string;
}

/** Draws one field of one object in its own way, as text in a cell and on the record page. */
export interface FieldView {
  readonly object: string;
  readonly field: string;
  readonly view: ComponentType<{ readonly record: RecordData; readonly value: unknown }>;
}

/** What changed of a field, in words, where two values side by side say nothing (lists in JSON). */
export interface ChangeView {
  readonly object: string;
  readonly field: string;
  readonly view: ComponentType<{ readonly from: unknown; readonly to: unknown }>;
}

/** One kind of entry of the timeline: how its body is drawn. */
export interface TimelineSource {
  readonly kind: string;
  readonly label: Bilingual;
  readonly icon: LucideIcon;
  /** A token name: qing, zhu, hu, green, ju, ink. */
  readonly colour: string;
  readonly load?: Load<{ readonly entry: Readonly<Record<string, unknown>> }>;
}

/** A card of the first page of the day. Shown when the person has `right`, or may read `object`. */
export interface HomeCardEntry {
  readonly key: string;
  readonly order?: number;
  readonly right?: string;
  readonly object?: string;
  readonly load: Load<object>;
}

/** Everything a module shows on the web. The app lists all of them in web-modules.ts. */
export interface WebModule {
  readonly name: string;
  /** Built-in objects with an address of their own: `{ customer: '/customers' }`; others live at `/o/<plural>`. */
  readonly addresses?: Readonly<Record<string, string>>;
  readonly pages?: readonly ModulePage[];
  readonly nav?: readonly NavEntry[];
  readonly panels?: readonly RecordPanel[];
  readonly bulkActions?: readonly BulkAction[];
  readonly formPanels?: readonly FormPanel[];
  readonly moveGuards?: readonly MoveGuard[];
  readonly listActions?: readonly ListAction[];
  readonly commands?: readonly PaletteCommand[];
  /** A hook with commands known only at run time; the same in every render. */
  readonly useCommands?: () => readonly PaletteCommand[];
  readonly keys?: readonly KeyEntry[];
  readonly fieldViews?: readonly FieldView[];
  readonly changeViews?: readonly ChangeView[];
  readonly timeline?: readonly TimelineSource[];
  readonly homeCards?: readonly HomeCardEntry[];
  /** Shown in the top bar before the avatar: notifications, approvals. */
  readonly topBar?: readonly { readonly key: string; readonly order?: number; readonly view: ComponentType }[];
}
