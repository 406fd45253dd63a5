import { expect, test } from 'vitest';
import { shippedProcesses } from '../../rules/shipped-processes.ts';
import { processFile, readProcessFile } from './process-files.ts';

test('what is kept as a file is read again as it was; other files are told apart', () => {
  for (const { name, steps } of shippedProcesses) expect(readProcessFile(processFile({ name, steps }))).toEqual({ name, steps });
  for (const text of ['', '{', '[]', '{"name":{},"steps":[]}', '{"format":"zhike-process","name":{},"steps":{}}']) expect(readProcessFile(text)).toBeUndefined();
});
