import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { type FigureKey, figureKeys, figureNature } from '../../rules/figures.ts';
import { FigureButton } from '../parts/figure-button.tsx';
import type { Period } from '../parts/period-model.ts';
import { compare, useDuration, useSayFigure } from '../parts/say-figure.ts';
import { type PersonSheet, useFigureNames, usePerformanceTexts } from '../use-performance.ts';

function Beside({ figure, value, median }: { readonly figure: FigureKey; readonly value: number | null; readonly median: number | null }) {
  const t = usePerformanceTexts();
  const say = useSayFigure();
  if (median === null) return <p className="small muted">{t('person.noMedian')}</p>;
  const side = compare(figure, value, median);
  const Arrow = side === 'same' ? Equal : value !== null && value > median ? ArrowUp : ArrowDown;
  return (
    <p className="small muted pf-beside">
      {t('person.median', { value: say(figure, median) })}
      {side !== undefined && <span className={`pf-side pf-${side}`} title={t(`person.${side}`)}><Arrow size={13} aria-hidden /><span className="visually-hidden">{t(`person.${side}`)}</span></span>}
    </p>
  );
}

function Tile({ figure, person, asked }: { readonly figure: FigureKey; readonly person: PersonSheet; readonly asked: Period }) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const duration = useDuration();
  const value = person.sheet[figure];
  const { measure } = figureNature[figure];
  const part = Math.round((value.value ?? 0) * (value.of ?? 0));
  return (
    <section className="pf-tile" aria-label={names(figure)}>
      <h3 title={t(`how.${figure}`)}>{names(figure)}</h3>
      <p className="pf-value"><FigureButton person={person.id} figure={figure} value={value} asked={asked} /></p>
      {measure === 'seconds' && value.p90 !== null && <p className="small">{t('person.ninety', { time: duration(value.p90) })}{value.clock !== null && <span className="muted"> · {t('person.clock', { time: duration(value.clock) })}</span>}</p>}
      {measure === 'share' && value.of !== null && value.of > 0 && <p className="small">{t('person.of', { a: part, b: value.of })}</p>}
      {figure === 'satisfaction' && value.count > 0 && <p className="small">{t('person.rated', { n: value.count })}</p>}
      {figure === 'audit' && value.count > 0 && <p className="small">{t('person.audits', { n: value.count })}</p>}
      <Beside figure={figure} value={value.value} median={person.medians[figure]} />
    </section>
  );
}

/** The figures of a person, each with the median of their unit; each opens what it counts. */
export function PersonFigures({ person, asked }: { readonly person: PersonSheet; readonly asked: Period }) {
  return <div className="card pf-tiles">{figureKeys.map((figure) => <Tile key={figure} figure={figure} person={person} asked={asked} />)}</div>;
}
