import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '../api/api-client.ts';

/** A file that was chosen before its record exists: uploaded once the record is created. */
export interface PendingFile {
  readonly file: File;
  readonly name: string;
}

export const isPendingFile = (value: unknown): value is PendingFile =>
  typeof value === 'object' && value !== null && 'file' in value && value.file instanceof File;

/** Uploads a file of one field of one record. Throws ApiProblem. */
export const storeFile = (object: ObjectMeta, record: string, field: string, file: File) =>
  api.post<{ readonly id: string }>('/files', file, { query: { name: file.name, object: object.key, record, field } });
