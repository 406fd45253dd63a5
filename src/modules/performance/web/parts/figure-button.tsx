import { useState } from 'react';
import type { FigureKey } from '../../rules/figures.ts';
import { type Figure, useFigureNames, usePerformanceTexts } from '../use-performance.ts';
import { FigureList } from './figure-list.tsx';
import type { Period } from './period-model.ts';
import { useSayFigure } from './say-figure.ts';

interface FigureOf {
  /** A person's id, `me`, or `team`. */
  readonly person: string;
  readonly name?: string | undefined;
  readonly figure: FigureKey;
  readonly value: Figure;
  readonly asked: Period;
}

/** A figure that opens the list of what it counts; nothing to open where nothing was counted. */
export function FigureButton({ person, name, figure, value, asked }: FigureOf) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const say = useSayFigure();
  const [isOpen, setOpen] = useState(false);
  const text = say(figure, value.value);
  if (value.count === 0) return <span className="faint">{text}</span>;
  return (
    <>
      <button type="button" className="pf-figure" onClick={() => setOpen(true)}>{text}<span className="visually-hidden"> {t('list.open', { figure: [name, names(figure)].filter(Boolean).join(' '), value: value.count })}</span></button>
      {isOpen && <FigureList person={person} name={name} figure={figure} asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
