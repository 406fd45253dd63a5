import { type PointerEvent, useState } from 'react';
import { formatNumber } from '../texts/numbers.ts';
import { axisSteps, nameEvery } from './axis-steps.ts';
import { FigureFrame } from './figure-frame.tsx';
import './charts.css';

export interface Bar {
  readonly name: string;
  /** Below the axis, when `name` is long. */
  readonly short?: string;
  readonly value: number;
}

interface BarSeriesProps {
  /** What the bars show, in one sentence. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Heads of the table: of the names, of the values. */
  readonly head: readonly [string, string];
  /** CSS pixels of the bars without the axis. */
  readonly height?: number;
  /** The table begins with the last bar: for times. */
  readonly isNewestFirst?: boolean;
}

/** Names that fit below the axis at the narrowest. */
const NAMES = 6;
const WIDTH = 1000;

function Bars({ label, bars, head, height = 190 }: BarSeriesProps) {
  const [at, setAt] = useState<number>();
  const steps = axisSteps(Math.max(0, ...bars.map((b) => b.value)));
  const top = steps.at(-1) ?? 1;
  const slot = WIDTH / bars.length;
  const every = nameEvery(bars.length, NAMES);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length))));
  };
  const shown = at === undefined ? undefined : bars[at];
  return (
    <div className="bars">
      <div className="bars-marks small faint" aria-hidden>{steps.toReversed().map((s) => <span key={s}>{formatNumber(s)}</span>)}</div>
      <div className="bars-field" style={{ height }}>
        <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" onPointerMove={point} onPointerLeave={() => setAt(undefined)}>
          {steps.map((s) => <line key={s} x1={0} x2={WIDTH} y1={height * (1 - s / top)} y2={height * (1 - s / top)} />)}
          {bars.map((bar, i) => (
            <rect key={bar.name} className={i === at ? 'is-at' : ''} x={i * slot + slot * 0.14} width={slot * 0.72} y={height * (1 - bar.value / top)} height={(height * bar.value) / top} />
          ))}
        </svg>
        {shown && at !== undefined && (
          <div className="bars-value small" style={at < bars.length / 2 ? { left: `${(at / bars.length) * 100}%` } : { right: `${((bars.length - 1 - at) / bars.length) * 100}%` }}>
            {shown.name} <span className="muted">{head[1]}</span> <b>{formatNumber(shown.value)}</b>
          </div>
        )}
      </div>
      <div className="bars-names small faint" aria-hidden>
        {bars.map((bar, i) => (i % every === 0 ? <span key={bar.name} style={{ left: `${(i / bars.length) * 100}%` }}>{bar.short ?? bar.name}</span> : null))}
      </div>
    </div>
  );
}

/** One row of bars without a chart library: axis, value under the pointer, the same figures as a table. */
export function BarSeries(props: BarSeriesProps) {
  const rows = props.bars.map((b): readonly [string, number] => [b.name, b.value]);
  return (
    <FigureFrame label={props.label} table={{ head: props.head, rows: props.isNewestFirst === true ? rows.toReversed() : rows }}>
      <Bars {...props} />
    </FigureFrame>
  );
}
