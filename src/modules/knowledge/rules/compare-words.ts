export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Sentences and lines, the units in which two versions are compared. */
const partsOf = (text: string): string[] => text.split(/(?<=[。！？；.!?;\n])/u).map((part) => part.trim()).filter((part) => part !== '');

const MAX_PARTS = 600;

/** What was added and removed between two texts, by their longest common run of sentences. */
export function compareWords(before: string, after: string): WordChange[] {
  const from = partsOf(before).slice(0, MAX_PARTS);
  const to = partsOf(after).slice(0, MAX_PARTS);
  const common = Array.from({ length: from.length + 1 }, () => Array.from({ length: to.length + 1 }, () => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = common[i] ?? [];
    for (let j = to.length - 1; j >= 0; j -= 1) row[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      changes.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: left ?? '' });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return changes;
}
