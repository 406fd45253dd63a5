import { useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';

/** Runs one call at a time and keeps what the server says against it: one sentence, and the issue of each field. */
export function useSubmit() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  /** Answers the result, or undefined when the server refused. */
  const run = async <T>(call: () => Promise<T>): Promise<{ readonly done: T } | undefined> => {
    setBusy(true);
    setError('');
    setIssues({});
    try {
      return { done: await call() };
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      setError(problem.detail);
      setIssues(Object.fromEntries(problem.errors.map((e) => [e.path, e.message])));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const clear = () => {
    setError('');
    setIssues({});
  };
  return { isBusy, error, issues, run, clear };
}
