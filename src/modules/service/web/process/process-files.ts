import { isJsonObject } from '#kernel/json.ts';
import type { WorkedProcess } from './process-edit.ts';

const FORMAT = 'zhike-process';

/** The process as a file: what another company's set-up takes in again. */
export const processFile = ({ name, steps }: WorkedProcess): string => `${JSON.stringify({ format: FORMAT, name, steps }, null, 2)}\n`;

/** Reads a process file as far as its frame; the server checks what is inside. Undefined: it is none. */
export function readProcessFile(text: string): WorkedProcess | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (!isJsonObject(file) || file['format'] !== FORMAT || !isJsonObject(file['name']) || !Array.isArray(file['steps'])) return undefined;
    // Sent on as it is: the server refuses whatever is not a process.
    const process: unknown = { name: file['name'], steps: file['steps'] };
    return process as WorkedProcess;
  } catch {
    return undefined;
  }
}

/** Hands a text to the browser as a file to keep. */
export function keepFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
