/** Round marks for an axis from 0: at most `count` steps of 1, 2 or 5 times a power of ten, never below one. */
export function axisSteps(max: number, count = 4): readonly number[] {
  const least = Math.max(1, max / count);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least - 1e-9) ?? 10 * power;
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => i * step);
}

/** Every how many names one is written, so that at most `room` of `total` stand below an axis. */
export const nameEvery = (total: number, room: number): number => Math.max(1, Math.ceil(total / Math.max(1, room)));
