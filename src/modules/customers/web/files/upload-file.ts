import { apiUrl } from '#kit/api/api-client.ts';
import { toProblem } from '#kit/api/api-problem.ts';
import { currentLocale } from '#kit/texts/locale-provider.tsx';
import { newId } from '#kernel/ids.ts';

interface UploadOptions {
  readonly object: string;
  readonly record: string;
  readonly signal: AbortSignal;
  /** 0 to 100. */
  onProgress(percent: number): void;
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends one file to a record. `fetch` cannot tell how far an upload is, therefore the older way. Throws ApiProblem. */
export function uploadFile(file: File, { object, record, signal, onProgress }: UploadOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiUrl('/files', { name: file.name, object, record }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentLocale());
    request.setRequestHeader('idempotency-key', newId());
    request.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? Math.round((event.loaded / event.total) * 100) : 0));
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(toProblem(request.status, readBody(request.responseText)))));
    request.addEventListener('error', () => reject(toProblem(0, undefined)));
    signal.addEventListener('abort', () => { request.abort(); resolve(); });
    request.send(file);
  });
}
