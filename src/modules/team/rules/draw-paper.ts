import type { ExamQuestion } from './exam-marking.ts';

/** One question of a paper, with its options in the order in which this examinee sees them. */
export interface PaperLine {
  readonly key: string;
  readonly options: readonly string[];
}

/** Numbers from 0 to below 1 that follow from a text alone: the same attempt always has the same paper. */
export function* numbersOf(seed: string): Generator<number, never> {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  for (;;) {
    state = Math.trunc(state + 0x6d_2b_79_f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function shuffled<T>(list: readonly T[], numbers: Generator<number, never>): readonly T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(numbers.next().value * (at + 1));
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}

/** Draws so many questions of the bank (all of them when null) and mixes them and their options (SE-40). */
export function drawPaper(questions: readonly ExamQuestion[], count: number | null, seed: string): readonly PaperLine[] {
  const numbers = numbersOf(seed);
  const drawn = shuffled(questions, numbers).slice(0, count ?? questions.length);
  return drawn.map(({ key, kind, options }) => ({ key, options: kind === 'boolean' ? ['yes', 'no'] : shuffled(options.map((option) => option.key), numbers) }));
}
