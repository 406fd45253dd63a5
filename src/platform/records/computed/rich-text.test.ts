import { expect, it } from 'vitest';
import { cleanRichText } from './rich-text.ts';

it.each([
  ['<p>你好 <b>客户</b></p>', '<p>你好 <b>客户</b></p>'],
  ['<script>alert(1)</script><p>x</p>', '<p>x</p>'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<a href="javascript:alert(1)" onclick="x()">点</a>', '<a>点</a>'],
  ['<a href="https://example.com" target="_blank">看</a>', '<a href="https://example.com">看</a>'],
  ['<svg><style><img src=x onerror=alert(1)></style></svg>y', 'y'],
  ['<p style="position:fixed">z</p>', '<p>z</p>'],
])('%s', (html, clean) => {
  expect(cleanRichText(html)).toBe(clean);
});
