import sql from 'sql-template-tag';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import type { Arena } from '../arena.ts';
import type { Viewer } from '../fill/fill-people.ts';
import { type Figure, atMost } from '../figure.ts';
import { HttpLine, requestBytes } from '../load/http-line.ts';
import { quantile } from '../load/statistics.ts';
import { listPath } from './list-figures.ts';

interface Terms {
  readonly name: string;
  readonly words: readonly string[];
}

interface Sampled {
  readonly name: string;
  readonly phone: string | null;
  readonly code: string;
}

const distinct = (list: readonly string[], count: number): string[] => [...new Set(list)].slice(0, count);

/** Words to look for, taken from the data themselves: common, middling and rare pairs, longer pieces, pinyin, digits. */
async function makeTerms(arena: Arena): Promise<Terms[]> {
  const { database } = arena.engine.services;
  const rows = await database.rows<Sampled>(sql`
    SELECT name, phone, code FROM customer TABLESAMPLE SYSTEM (2) WHERE kind = 'company' AND deleted_at IS NULL LIMIT 300`);
  const names = rows.map((row) => row.name.replace(/有限公司|股份|集团|责任/g, ''));
  const pairs = distinct(names.flatMap((name) => [name.slice(0, 2), name.slice(2, 4), name.slice(-2)]).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair)), 120);
  const sized: { pair: string; count: number }[] = [];
  for (const pair of pairs) {
    const { count } = await database.one<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (SELECT 1 FROM customer WHERE zk_bigrams(search_text) @> ${[pair]}::text[] LIMIT 20000) x`);
    sized.push({ pair, count });
  }
  const total = arena.data.rows;
  const between = (low: number, high: number) => sized.filter((s) => s.count >= low * total && s.count < high * total).map((s) => s.pair).slice(0, 12);
  const keys = names.map((name) => pinyinKeys(name));
  const codes = rows.map((row) => row.code);
  return [
    { name: '2 characters, common', words: ['有限', '公司', ...between(0.01, 1)].slice(0, 12) },
    { name: '2 characters, middling', words: between(0.0005, 0.01) },
    { name: '2 characters, rare', words: between(0, 0.0005) },
    { name: '3-4 characters', words: distinct(names.filter((n) => n.length >= 5).map((n, i) => n.slice(1, 4 + (i % 2))), 20) },
    { name: 'whole name', words: distinct(rows.map((row) => row.name), 20) },
    { name: 'no match', words: ['鼹鼠皮', '龘龘', '魑魅魍魉'] },
    { name: 'initials, 2 letters', words: distinct(keys.map((key) => key.initials.slice(0, 2)), 12) },
    { name: 'initials, 4 letters', words: distinct(keys.map((key) => key.initials.slice(0, 4)), 20) },
    { name: 'pinyin in full', words: distinct(keys.map((key) => key.full.slice(0, 12)), 20) },
    { name: 'last 4 digits of a phone', words: distinct(rows.flatMap((row) => (row.phone === null ? [] : [row.phone.slice(-4)])), 20) },
    { name: 'whole phone', words: distinct(rows.flatMap((row) => (row.phone === null ? [] : [row.phone.slice(3)])), 20) },
    { name: 'code', words: distinct(codes.map((code) => code.slice(-6)), 20) },
    { name: 'two words', words: distinct(names.map((name) => `${name.slice(0, 2)} ${name.slice(-2)}`), 20) },
  ].filter((terms) => terms.words.length > 0);
}

/** What one person waits, ms, sorted; every word three times, the first uncounted. */
async function waits(line: HttpLine, paths: readonly string[], cookie: string): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const request = requestBytes('GET', path, { cookie });
    for (let i = 0; i < 4; i += 1) {
      const begun = performance.now();
      const answer = await line.send(request);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`);
      if (i > 0) times.push(performance.now() - begun);
    }
  }
  return times.sort((a, b) => a - b);
}

/** Search in a million customers (PL-60): the search box across objects, and the search of a list. */
export async function searchFigures(arena: Arena): Promise<Figure[]> {
  const all = await makeTerms(arena);
  const line = await HttpLine.open(arena.app.port);
  const figures: Figure[] = [];
  const places: { name: string; viewer: Viewer; path: (word: string) => string }[] = [
    { name: 'customers', viewer: 'all', path: (q) => listPath('customers', { q }, 20) },
    { name: 'contacts', viewer: 'all', path: (q) => listPath('contacts', { q }, 20, ['name', 'phone', 'customer']) },
    { name: 'customers, unit and below', viewer: 'unitBelow', path: (q) => listPath('customers', { q }, 20) },
    { name: 'customers, my own', viewer: 'own', path: (q) => listPath('customers', { q }, 20) },
  ];
  const box = await line.send(requestBytes('GET', '/api/v1/search?q=%E9%9D%92%E5%B2%9B', { cookie: arena.app.cookies.all }));
  if (box.status === 200) {
    for (const viewer of ['all', 'unitBelow', 'own'] as const) {
      places.unshift({ name: `box (${viewer})`, viewer, path: (q) => `/api/v1/search?${new URLSearchParams({ q }).toString()}` });
    }
  }
  try {
    for (const place of places) {
      for (const terms of all) {
        const times = await waits(line, terms.words.map(place.path), arena.app.cookies[place.viewer]);
        const p50 = quantile(times, 0.5);
        figures.push({
          group: 'search', name: `${place.name}: ${terms.name}, p99`, value: quantile(times, 0.99), unit: 'ms', target: atMost(50),
          detail: `p50 ${p50.toFixed(1)} ms; ${terms.words.length} words such as ${terms.words.slice(0, 3).join('、')}`,
        });
      }
    }
  } finally {
    line.close();
  }
  return figures;
}
