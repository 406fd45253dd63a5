import type { ComponentType } from 'react';

/** Something that stands at the right of the board: the registration of visits (RE-10). */
export interface BoardPanel {
  readonly key: string;
  readonly view: ComponentType<{ readonly siteId: string }>;
}

const panels: BoardPanel[] = [];

/** Called while the web part of a room loads. */
export const addBoardPanel = (panel: BoardPanel): void => {
  panels.push(panel);
};

export const boardPanels = (): readonly BoardPanel[] => panels;
