import { FigureFrame } from '#kit/charts/figure-frame.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { serviceTypes } from '../../rules/score-audit.ts';
import { type AuditResults, sayPercent, useStandardsTexts, useTypeName } from '../use-standards.ts';

type Place = AuditResults['places'][number];
/** The drawing's own units: the field is a square of 100 by 100 per cent. */
const SIDE = 400;
const EDGE = 34;

const nameOf = ({ unit, site }: Place): string => [unit, site].filter(Boolean).join(' · ');
const xOf = (score: number): number => EDGE + (score / 100) * SIDE;
const yOf = (score: number): number => SIDE - (score / 100) * SIDE + 8;

/** A shape for each type, so that nothing is told by colour alone. */
function Mark({ type, x, y }: { readonly type: Place['type']; readonly x: number; readonly y: number }) {
  const size = 11;
  if (type === 'quality') return <circle cx={x} cy={y} r={size} />;
  if (type === 'factory') return <rect x={x - 10} y={y - 10} width={20} height={20} />;
  if (type === 'friendly') return <polygon points={`${x},${y - 14} ${x + 14},${y} ${x},${y + 14} ${x - 14},${y}`} />;
  return <polygon points={`${x},${y - 14} ${x + 13},${y + 10} ${x - 13},${y + 10}`} />;
}

function Field({ results, label }: { readonly results: AuditResults; readonly label: string }) {
  const t = useStandardsTexts();
  const { targets, places } = results;
  // Beside the lines: marks of the best crowd into the outer corner.
  const right = targets.procedural + 2;
  const corners = { cold: [2, 3], factory: [right, 3], friendly: [2, 97], quality: [right, 97] } as const;
  return (
    <svg className="type-map" viewBox={`0 0 ${SIDE + EDGE + 10} ${SIDE + EDGE + 12}`} role="img" aria-label={label}>
      <rect className="type-field" x={EDGE} y={8} width={SIDE} height={SIDE} />
      <rect className="type-best" x={xOf(targets.procedural)} y={8} width={xOf(100) - xOf(targets.procedural)} height={yOf(targets.personal) - 8} />
      <line x1={xOf(targets.procedural)} x2={xOf(targets.procedural)} y1={8} y2={SIDE + 8} />
      <line x1={EDGE} x2={SIDE + EDGE} y1={yOf(targets.personal)} y2={yOf(targets.personal)} />
      {serviceTypes.map((type) => {
        const [x, y] = corners[type];
        return <text key={type} className="type-name" x={xOf(x)} y={yOf(y) + (y > 50 ? 6 : 0)}>{t(`types.${type}`)}</text>;
      })}
      {[0, 50, 100].map((mark) => <text key={mark} className="type-scale" x={xOf(mark)} y={SIDE + 22} textAnchor={mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle'}>{mark}</text>)}
      {[0, 50, 100].map((mark) => <text key={mark} className="type-scale" x={EDGE - 5} y={yOf(mark) + (mark === 100 ? 9 : 3)} textAnchor="end">{mark}</text>)}
      <text className="type-scale" x={EDGE + SIDE / 2} y={SIDE + EDGE + 6} textAnchor="middle">{t('results.axisX')}</text>
      <text className="type-scale" x={11} y={SIDE / 2} textAnchor="middle" transform={`rotate(-90 11 ${SIDE / 2})`}>{t('results.axisY')}</text>
      {places.map((place, at) => (place.procedural === null || place.personal === null ? null : (
        <g key={`${place.unitId} ${place.siteId}`} className={`type-mark is-${place.type ?? 'none'}`}>
          <title>{`${nameOf(place)} ${place.procedural}% / ${place.personal}%`}</title>
          <Mark type={place.type} x={xOf(place.procedural)} y={yOf(place.personal)} />
          <text x={xOf(place.procedural)} y={yOf(place.personal) + 4} textAnchor="middle">{at + 1}</text>
        </g>
      )))}
    </svg>
  );
}

/** 四型图: each place by its two scores, with numbers and shapes, the list of places beside it, and the same as a table. */
export function TypeMap({ results }: { readonly results: AuditResults }) {
  const t = useStandardsTexts();
  const typeName = useTypeName();
  const label = t('results.mapLabel');
  const rows = results.places.map((place, at) => [`${at + 1} ${nameOf(place)}`, sayPercent(place.procedural), sayPercent(place.personal), typeName(place.type), place.audits] as const);
  return (
    <div className="type-both">
      <FigureFrame label={label} table={{ head: [t('results.place'), t('faces.procedural'), t('faces.personal'), t('results.type'), t('results.audits')], rows }}><Field results={results} label={label} /></FigureFrame>
      <ol className="type-places">
        {results.places.map((place, at) => (
          <li key={`${place.unitId} ${place.siteId}`}>
            <span className="type-at" aria-hidden>{at + 1}</span><span className="grow"><PageLink to={`/audits/report/${place.lastId}`}>{nameOf(place)}</PageLink><span className="small muted"> {t('results.count', { count: place.audits })}</span></span>
            <span className="number small">{sayPercent(place.procedural)} / {sayPercent(place.personal)}</span>
            <span className={`tag type-tag is-${place.type ?? 'none'}`}>{typeName(place.type)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
