import { crc32, deflateSync } from 'node:zlib';
import type { Dice } from '../seeded-random.ts';

type Colour = readonly [number, number, number];
type Paint = (x: number, y: number) => Colour;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A small PNG, painted point by point. */
function png(width: number, height: number, paint: Paint): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows.set(paint(x, y), y * (width * 3 + 1) + 1 + x * 3);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const walls: readonly Colour[] = [[214, 222, 228], [230, 222, 208], [206, 216, 204], [226, 214, 214]];

/** A drawn photo of work on site: a wall, tiles, a pipe with its valve. Nobody is on it. */
export function workPicture(dice: Dice): Buffer {
  const wall = dice.pick(walls);
  const [pipe, valve, floor] = [dice.between(50, 150), dice.between(40, 90), dice.between(100, 118)];
  return png(200, 150, (x, y) => {
    const light = Math.round((x + y) / 14) - 12;
    const shaded = ([r, g, b]: Colour): Colour => [Math.min(255, Math.max(0, r + light)), Math.min(255, Math.max(0, g + light)), Math.min(255, Math.max(0, b + light))];
    if ((x - pipe) ** 2 + (y - valve) ** 2 < 190) return (x - pipe) ** 2 + (y - valve) ** 2 < 60 ? [190, 60, 48] : [120, 124, 130];
    if (Math.abs(x - pipe) < 7 && y < floor) return shaded([150 + Math.abs(x - pipe) * 6, 156, 164]);
    if (y > floor) return (x + y) % 34 < 2 || y % 22 < 2 ? [120, 112, 104] : shaded([186, 176, 164]);
    return x % 40 < 1 || y % 36 < 1 ? shaded([190, 196, 200]) : shaded(wall);
  });
}

/** A drawn signature: a line that belongs to no name. */
export function signaturePicture(dice: Dice): Buffer {
  const [a, b, c, lift] = [dice.between(4, 9), dice.between(11, 17), dice.between(0, 6), dice.between(46, 60)];
  const line = (x: number): number => lift + 18 * Math.sin(x / a + c) * Math.cos(x / b) + 6 * Math.sin(x / 3);
  return png(300, 110, (x, y) => (x > 50 && x < 235 && Math.abs(y - line(x)) < 1.8 + Math.abs(line(x + 1) - line(x)) / 2 ? [24, 26, 30] : [255, 255, 255]));
}
