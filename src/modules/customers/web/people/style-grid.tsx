import { type KeyboardEvent, type MouseEvent, useId, useRef } from 'react';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { interpersonalStyle, styleScoreLimit } from '../../rules/interpersonal-style.ts';
import { styleAdvice } from '../../rules/style-advice.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import './people.css';

export interface StylePoint {
  readonly assertiveness: number;
  readonly responsiveness: number;
}

const SIZE = 220;
const clamp = (score: number): number => Math.max(-styleScoreLimit, Math.min(styleScoreLimit, Math.round(score)));
const toUnit = (score: number): number => ((score + styleScoreLimit) / (2 * styleScoreLimit)) * SIZE;

/** People and feelings above, task and facts below; asking left, telling right: the quadrants of the rule. */
const quadrants = [
  { style: 'amiable', x: 0, y: 0 }, { style: 'expressive', x: 1, y: 0 }, { style: 'analytical', x: 0, y: 1 }, { style: 'driver', x: 1, y: 1 },
] as const;

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

interface GridProps {
  readonly point: StylePoint | undefined;
  onPlace: ((point: StylePoint) => void) | undefined;
}

function AxisWords() {
  const t = useCustomersTexts();
  return (
    <>
      <span className="style-axis style-axis-top">{t('style.people')}</span>
      <span className="style-axis style-axis-bottom">{t('style.facts')}</span>
      <span className="style-axis style-axis-left">{t('style.asks')}</span>
      <span className="style-axis style-axis-right">{t('style.tells')}</span>
    </>
  );
}

/** Two sliders for the keyboard, one field for the mouse: both write the two scores of CU-4. */
function ScoreSliders({ point, onPlace }: { point: StylePoint | undefined; onPlace: (point: StylePoint) => void }) {
  const t = useCustomersTexts();
  const id = useId();
  const now = point ?? { assertiveness: 0, responsiveness: 0 };
  const keys = ['assertiveness', 'responsiveness'] as const;
  return keys.map((key) => (
    <div key={key} className="style-score">
      <label htmlFor={`${id}-${key}`}>{t(`style.${key}`)}</label>
      <output htmlFor={`${id}-${key}`}>{point ? point[key] : '–'}</output>
      <span className="row">
        <button type="button" className="plain-button" aria-label={t('style.less', { score: t(`style.${key}`) })} onClick={() => onPlace({ ...now, [key]: clamp(now[key] - 1) })}>−</button>
        <button id={`${id}-${key}`} type="button" className="plain-button" aria-label={t('style.more', { score: t(`style.${key}`) })} onClick={() => onPlace({ ...now, [key]: clamp(now[key] + 1) })}>+</button>
      </span>
    </div>
  ));
}

function GridDrawing({ point }: { point: StylePoint | undefined }) {
  const { locale } = useLocale();
  const current = point && interpersonalStyle(point);
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden>
      {quadrants.map(({ style, x, y }) => (
        <g key={style} className={`style-quadrant${current === style ? ' is-current' : ''}`}>
          <rect x={(x * SIZE) / 2} y={(y * SIZE) / 2} width={SIZE / 2} height={SIZE / 2} />
          <text x={(x * SIZE) / 2 + SIZE / 4} y={(y * SIZE) / 2 + (y === 0 ? 20 : SIZE / 2 - 10)}>{styleAdvice[locale][style].name}</text>
        </g>
      ))}
      <path d={`M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}`} className="style-cross" />
      {point && <circle cx={toUnit(point.assertiveness)} cy={SIZE - toUnit(point.responsiveness)} r={7} className="style-point" />}
    </svg>
  );
}

/** The two-score grid: a click or the arrow keys place the person. */
export function StyleGrid({ point, onPlace }: GridProps) {
  const t = useCustomersTexts();
  const box = useRef<HTMLButtonElement>(null);
  const label = point ? t('style.gridAt', { assertiveness: point.assertiveness, responsiveness: point.responsiveness }) : t('style.gridNone');
  const placeAt = (event: MouseEvent) => {
    const area = box.current?.getBoundingClientRect();
    // A press of Enter or Space is a click without a place.
    if (!area || !onPlace || event.detail === 0) return;
    const score = (share: number) => clamp(share * 2 * styleScoreLimit - styleScoreLimit);
    onPlace({ assertiveness: score((event.clientX - area.left) / area.width), responsiveness: -score((event.clientY - area.top) / area.height) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || !onPlace) return;
    event.preventDefault();
    onPlace({ assertiveness: clamp((point?.assertiveness ?? 0) + step[0]), responsiveness: clamp((point?.responsiveness ?? 0) + step[1]) });
  };
  return (
    <div className="style-grid">
      <AxisWords />
      <div className="style-field" {...(onPlace ? {} : { role: 'img', 'aria-label': label })}>
        <GridDrawing point={point} />
        {onPlace && <button ref={box} type="button" className="style-place" aria-label={label} onClick={placeAt} onKeyDown={onKeyDown} />}
      </div>
      {onPlace && <div className="style-scores"><ScoreSliders point={point} onPlace={onPlace} /></div>}
    </div>
  );
}
