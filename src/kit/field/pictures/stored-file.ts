import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '../../api/api-client.ts';
import type { NamedRef } from '../../records/record-types.ts';

/** A file as a field shows it. */
export interface StoredFile extends NamedRef {
  /** Bytes. */
  readonly size?: number;
  readonly mime?: string;
}

/** Uploads a file of one field; without a record it waits for the one that is being written. Throws ApiProblem. */
export async function storeFile(object: ObjectMeta, record: string | undefined, field: string, file: File): Promise<StoredFile> {
  const { id, name, size, mime } = await api.post<Required<StoredFile>>('/files', file, { query: { name: file.name, object: object.key, record, field } });
  return { id, name, size, mime };
}
