/** Where the device is: degrees, WGS 84, and within how many metres. */
export interface FoundPlace {
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number;
}

/** `refused`: the person or the browser's settings said no. `unable`: no position in time, or no secure address. */
export interface NoPlace {
  readonly why: 'refused' | 'unable';
}

const PATIENCE_MS = 15_000;
/** Five decimals are about a metre; more would only look exact. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Asks the device once; the browser asks the person where it has not yet. Never throws. */
export function findPlace(): Promise<FoundPlace | NoPlace> {
  if (!('geolocation' in navigator)) return Promise.resolve({ why: 'unable' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: round(coords.latitude), lng: round(coords.longitude), accuracy: coords.accuracy }),
      (error) => resolve({ why: error.code === error.PERMISSION_DENIED ? 'refused' : 'unable' }),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  });
}
