import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string>, front: string, back: string): number {
  const [a = 0, b = 0] = [front, back].map((name) => luminance(tokens.get(name) ?? '#808080')).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const textPairs: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'qing', 'zhu'].flatMap((front) =>
    ['paper', 'surface', 'raised', 'sunken', 'hover'].map((back) => [front, back] as const),
  ),
  ['qing-ink', 'qing-soft'],
  ['zhu', 'zhu-soft'],
  ['hu', 'hu-soft'],
  ['hu', 'surface'],
  ['green', 'green-soft'],
  ['green', 'surface'],
  ['ju', 'ju-soft'],
  ['ju', 'surface'],
  ['ink-2', 'tag'],
  ['ink-3', 'qing-soft'],
  ['on-qing', 'qing'],
];

describe.each([':root', ":root[data-theme='dark']"])('colours of %s', (selector) => {
  const tokens = block(selector);
  it.each(textPairs)('%s on %s reads at 4.5:1', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });
  it('borders of inputs stand out at 3:1', () => {
    expect(contrast(tokens, 'line-input', 'surface')).toBeGreaterThanOrEqual(3);
  });
});
