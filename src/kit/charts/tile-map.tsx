import { provinceTiles } from '#kernel/province.ts';
import { useLocale } from '../texts/locale-provider.tsx';
import { formatNumber } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import './charts.css';

/** Side of a tile and the gap between two, in the drawing's own units. */
const SIDE = 46;
const GAP = 4;
const STEPS = 5;

interface TileMapProps {
  /** By six-digit province code. */
  readonly values: Readonly<Record<string, number>>;
  readonly label: string;
  readonly selected?: string;
  onPick?(code: string): void;
}

/** 0 for nothing, else 1 to 5 by the square root of the share: one huge province must not pale all the others. */
function stepOf(value: number, max: number): number {
  return value <= 0 || max <= 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(value / max) * STEPS));
}

/** The provinces as equal tiles: no borders to get wrong, readable at any size, a button for each when `onPick` is given. */
export function TileMap({ values, label, selected, onPick }: TileMapProps) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const max = Math.max(0, ...Object.values(values));
  const columns = Math.max(...provinceTiles.map((p) => p.x)) + 1;
  const rows = Math.max(...provinceTiles.map((p) => p.y)) + 1;
  return (
    <svg className="tile-map" viewBox={`0 0 ${columns * (SIDE + GAP)} ${rows * (SIDE + GAP)}`} role="group" aria-label={label || t('chart.map')}>
      {provinceTiles.map((province) => {
        const value = values[province.code] ?? 0;
        const name = locale === 'en' ? province.en : province.name;
        const shown = locale === 'en' ? province.letters : province.short;
        const words = value > 0 ? formatNumber(value) : '';
        const pick = onPick && (() => onPick(province.code));
        const button = pick && {
          role: 'button', tabIndex: 0, 'aria-pressed': selected === province.code, onClick: pick,
          onKeyDown: (e: React.KeyboardEvent) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); pick(); } },
        };
        return (
          <g
            key={province.code} className={`tile tile-${stepOf(value, max)}${selected === province.code ? ' is-selected' : ''}`}
            transform={`translate(${province.x * (SIDE + GAP)} ${province.y * (SIDE + GAP)})`} {...(button ?? { role: 'img', 'aria-label': `${name} ${words}`.trim() })}
          >
            <title>{`${name} ${formatNumber(value)}`}</title>
            <rect width={SIDE} height={SIDE} rx={5} />
            <text x={SIDE / 2} y={20} className="tile-name">{shown}</text>
            <text x={SIDE / 2} y={37} className="tile-value">{words}</text>
          </g>
        );
      })}
    </svg>
  );
}
