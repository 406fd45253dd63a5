import { isSameJson } from '#kernel/json.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Process, ProcessStep, StepQuestion } from './process.ts';

/** What differs within a step that both versions have. */
export interface StepChange {
  readonly what: 'label' | 'actor' | 'effect' | 'due' | 'turns' | 'order' | 'question-added' | 'question-removed' | 'question-changed' | 'questions-order';
  /** The label of the question. */
  readonly question?: Bilingual;
}

export interface StepDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly step: ProcessStep;
  /** The step as it was; of a changed one. */
  readonly before?: ProcessStep;
  readonly changes: readonly StepChange[];
}

export interface ProcessDifference {
  readonly isRenamed: boolean;
  readonly steps: readonly StepDifference[];
}

type Compared = Pick<Process, 'name' | 'steps'>;

/** The keys that both lists have whose place among each other changed, as few as explain it. */
function moved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.filter((key) => before.includes(key)).map((key) => ({ key, at: before.indexOf(key) }));
  // The longest run that kept its order stays; what is outside of it moved.
  const best = places.map(() => ({ length: 1, from: -1 }));
  places.forEach(({ at }, i) => {
    for (let j = 0; j < i; j += 1) {
      const [other, mine, theirs] = [places[j], best[i], best[j]];
      if (other && mine && theirs && other.at < at && theirs.length + 1 > mine.length) best[i] = { length: theirs.length + 1, from: j };
    }
  });
  const kept = new Set<string>();
  let at = best.reduce((most, each, i) => (each.length > (best[most]?.length ?? 0) ? i : most), 0);
  while (at >= 0 && places[at]) {
    kept.add(places[at]?.key ?? '');
    at = best[at]?.from ?? -1;
  }
  return new Set(places.map(({ key }) => key).filter((key) => !kept.has(key)));
}

function questionChanges(before: readonly StepQuestion[], after: readonly StepQuestion[]): StepChange[] {
  const keys = (list: readonly StepQuestion[]) => list.map((question) => question.key);
  const added = after.filter((question) => !keys(before).includes(question.key)).map((question): StepChange => ({ what: 'question-added', question: question.label }));
  const removed = before.filter((question) => !keys(after).includes(question.key)).map((question): StepChange => ({ what: 'question-removed', question: question.label }));
  const changed = after.flatMap((question): StepChange[] => {
    const old = before.find((each) => each.key === question.key);
    return old === undefined || isSameJson(old, question) ? [] : [{ what: 'question-changed', question: question.label }];
  });
  return [...added, ...removed, ...changed, ...(moved(keys(before), keys(after)).size > 0 ? [{ what: 'questions-order' } as const] : [])];
}

function changesOf(before: ProcessStep, after: ProcessStep, hasMoved: boolean): StepChange[] {
  const parts = ['label', 'actor', 'effect', 'due'] as const;
  return [
    ...parts.filter((part) => !isSameJson(before[part] ?? null, after[part] ?? null)).map((what): StepChange => ({ what })),
    ...questionChanges(before.questions, after.questions),
    ...(isSameJson(before.turns ?? [], after.turns ?? []) ? [] : [{ what: 'turns' } as const]),
    ...(hasMoved ? [{ what: 'order' } as const] : []),
  ];
}

/** What a new version would change, step by step in its order, what it drops at the end (SE-3). */
export function compareProcesses(before: Compared, after: Compared): ProcessDifference {
  const places = moved(before.steps.map((step) => step.key), after.steps.map((step) => step.key));
  const kept = after.steps.flatMap((step): StepDifference[] => {
    const old = before.steps.find((each) => each.key === step.key);
    if (old === undefined) return [{ kind: 'added', step, changes: [] }];
    const changes = changesOf(old, step, places.has(step.key));
    return changes.length === 0 ? [] : [{ kind: 'changed', step, before: old, changes }];
  });
  const removed = before.steps.filter((step) => !after.steps.some((each) => each.key === step.key)).map((step): StepDifference => ({ kind: 'removed', step, changes: [] }));
  return { isRenamed: !isSameJson(before.name, after.name), steps: [...kept, ...removed] };
}
