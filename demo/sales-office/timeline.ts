/** What happens, in the order of its instants; a step may add later ones. */
export interface Timeline {
  add(at: Date, step: () => Promise<void>): void;
  /** Runs everything before the instant; what lies behind it never happened. */
  runUntil(end: Date): Promise<void>;
}

interface Step {
  readonly at: number;
  readonly run: () => Promise<void>;
}

export function makeTimeline(): Timeline {
  const steps: Step[] = [];
  return {
    add(at, run) {
      // The last is the next; of one instant the first one added goes first.
      const place = steps.findIndex((step) => step.at <= at.getTime());
      steps.splice(place === -1 ? steps.length : place, 0, { at: at.getTime(), run });
    },
    async runUntil(end) {
      for (let step = steps.pop(); step !== undefined && step.at < end.getTime(); step = steps.pop()) await step.run();
    },
  };
}
