/** Degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const EARTH_METRES = 6_371_008.8;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Whole metres between two points in a straight line over the ground. */
export function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number): number => Math.sin(rad(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(a.lng, b.lng);
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Reads a stored or sent point; undefined for anything else. */
export function toPoint(value: unknown): Point | undefined {
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lng' in value)) return undefined;
  const { lat, lng } = value;
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : undefined;
}
