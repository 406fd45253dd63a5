import type { ComponentType } from 'react';
import type { ObjectAction } from '#meta/object.ts';
import { useFindObject } from '#kit/records/use-meta.ts';

/** Something that stands at the right of the board, with its buttons in the head: the registration of visits (RE-10). */
export interface BoardPanel {
  readonly key: string;
  /** Whoever lacks this grant has the whole width for the board. */
  readonly grant: { readonly object: string; readonly action: ObjectAction };
  readonly view: ComponentType<{ readonly siteId: string }>;
  readonly head: ComponentType<{ readonly siteId: string }>;
}

const panels: BoardPanel[] = [];

/** Called while the web part of a room loads. */
export const addBoardPanel = (panel: BoardPanel): void => {
  panels.push(panel);
};

/** The panels that the person may use. */
export function useBoardPanels(): readonly BoardPanel[] {
  const find = useFindObject();
  return panels.filter(({ grant }) => find(grant.object)?.grants[grant.action] !== undefined);
}

/** Heads are for everybody: each button asks for its own right. */
export const boardHeads = (): readonly BoardPanel[] => panels;
