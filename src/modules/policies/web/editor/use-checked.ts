import { useEffect, useState } from 'react';
import type { DecisionPoint, PolicyModel } from '#meta/decisions/decision-model.ts';
import { checkModel, type Checked } from './check-model.ts';

const whenIdle = (run: () => void): (() => void) => {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 30);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: 300 });
  return () => window.cancelIdleCallback(handle);
};

/** The check of the model on the screen, run in the browser's idle time after each change; null before the first. */
export function useChecked(model: PolicyModel, point: DecisionPoint | undefined): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => whenIdle(() => setChecked(checkModel(model, point))), [model, point]);
  return checked;
}
