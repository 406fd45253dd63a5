import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripPicture } from './strip-picture.ts';

const SECRET = 'GPS 31.2304 121.4737';
const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const exif = (turned: number): Buffer => {
  const body = Buffer.from('4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  body.writeUInt16BE(turned, 24);
  return Buffer.concat([body, Buffer.from(SECRET)]);
};
const [START, END] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const table = segment(0xdb, Buffer.from('table'));
// A scan with a stuffed byte and a restart, which look like markers and are none.
const scan = Buffer.concat([segment(0xda, Buffer.from('head')), Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd3, 3])]);
const jpeg = (turned: number): Buffer => Buffer.concat([START, segment(0xe1, exif(turned)), segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)), segment(0xfe, Buffer.from(SECRET)), table, scan, END, Buffer.from(SECRET)]);

test('JPEG: EXIF, XMP, comments and what lies behind the end go; tables and scans stay', () => {
  expect(stripPicture('image/jpeg', jpeg(1))).toEqual(Buffer.concat([START, table, scan, END]));
});

test.each([3, 6, 8])('JPEG: how it is turned (%i) stays, alone', (turned) => {
  const stripped = stripPicture('image/jpeg', jpeg(turned));
  expect(stripped?.includes(SECRET)).toBe(false);
  expect(stripPicture('image/jpeg', stripped ?? Buffer.alloc(0))).toEqual(stripped);
  expect(stripped?.subarray(2, 38)).toEqual(segment(0xe1, exif(turned).subarray(0, 32)));
});

const chunk = (name: string, body: Buffer): Buffer => {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  return out;
};

test('PNG: text, time, EXIF and the tail go', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const kept = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', deflateSync(Buffer.alloc(4))), chunk('IEND', Buffer.alloc(0))] as const;
  const given = Buffer.concat([signature, kept[0], chunk('tEXt', Buffer.from(SECRET)), chunk('eXIf', Buffer.from(SECRET)), kept[1], chunk('tIME', Buffer.alloc(7)), kept[2], Buffer.from(SECRET)]);
  expect(stripPicture('image/png', given)).toEqual(Buffer.concat([signature, ...kept]));
});

test('GIF: comments and foreign applications go, the repetition stays', () => {
  const head = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const block = (label: number, ...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from([0x21, label]), ...parts.map((part) => Buffer.concat([Buffer.from([part.length]), part])), Buffer.from([0])]);
  const repeat = block(0xff, Buffer.from('NETSCAPE2.0'), Buffer.from([1, 0, 0]));
  const image = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])]);
  const given = Buffer.concat([head, block(0xfe, Buffer.from(SECRET)), repeat, block(0xff, Buffer.from('XMP DataXMP'), Buffer.from(SECRET)), image, Buffer.from([0x3b]), Buffer.from(SECRET)]);
  expect(stripPicture('image/gif', given)).toEqual(Buffer.concat([head, repeat, image, Buffer.from([0x3b])]));
});

test('WebP: EXIF and XMP go, their flags too, and the length is right', () => {
  const part = (name: string, body: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length, 0);
    return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
  };
  const riff = (body: Buffer): Buffer => {
    const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
    head.writeUInt32LE(body.length + 4, 4);
    return Buffer.concat([head, body]);
  };
  const wide = (flags: number) => part('VP8X', Buffer.from([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]));
  const data = part('VP8L', Buffer.from('lossless'));
  const given = riff(Buffer.concat([wide(0x0c), data, part('EXIF', Buffer.from(SECRET)), part('XMP ', Buffer.from(SECRET))]));
  expect(stripPicture('image/webp', given)).toEqual(riff(Buffer.concat([wide(0), data])));
});

test('whatever comes, it ends, and nothing is made of what is no picture', () => {
  const heads = [START, Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('GIF89a'), Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), Buffer.alloc(0)];
  fc.assert(fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), fc.constantFrom('image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic'), (head, tail, mime) => {
    const stripped = stripPicture(mime, Buffer.concat([head, tail]));
    // What comes out goes through unchanged.
    if (stripped !== undefined) expect(stripPicture(mime, stripped)).toEqual(stripped);
  }));
  expect(stripPicture('image/heic', Buffer.from('any'))).toBeUndefined();
});
