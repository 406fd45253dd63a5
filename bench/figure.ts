/** One line of the report. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms' | 'MB' | 'kB' | 's' | 'rows/s';
  /** What PL-60, PL-70 or PL-71 asks for; without one the figure is for information. */
  readonly target?: { readonly sign: '<=' | '>='; readonly value: number };
  readonly detail?: string;
}

export const isMet = (figure: Figure): boolean => {
  if (figure.target === undefined) return true;
  return figure.target.sign === '<=' ? figure.value <= figure.target.value : figure.value >= figure.target.value;
};

export const atLeast = (value: number): NonNullable<Figure['target']> => ({ sign: '>=', value });
export const atMost = (value: number): NonNullable<Figure['target']> => ({ sign: '<=', value });
