import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { newId } from '#kernel/ids.ts';
import { uploadFile } from './upload-file.ts';

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly percent: number;
  /** Why it was refused; absent while it runs. */
  readonly failure?: string;
  cancel(): void;
}

/** Uploads to one record that are running or were refused; finished ones appear in the list instead. */
export function useUploads(object: string, record: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (key: string, next: Partial<Upload>) => setUploads((old) => old.map((u) => (u.key === key ? { ...u, ...next } : u)));
  const drop = (key: string) => setUploads((old) => old.filter((u) => u.key !== key));
  const start = (file: File) => {
    const key = newId();
    const stop = new AbortController();
    setUploads((old) => [...old, { key, file, percent: 0, cancel: () => { stop.abort(); drop(key); } }]);
    uploadFile(file, { object, record, signal: stop.signal, onProgress: (percent) => change(key, { percent }) }).then(() => {
      drop(key);
      void client.invalidateQueries({ queryKey: ['record', object, record] });
      void client.invalidateQueries({ queryKey: ['records', 'activity', 'timeline', record] });
    }, (problem: unknown) => change(key, { failure: isProblem(problem) ? problem.detail : String(problem) }));
  };
  return { uploads, drop, start };
}
