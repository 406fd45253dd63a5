import { policyPackSchema } from '#meta/decisions/model-schema.ts';
import type { PolicyPack } from '#meta/decisions/decision-model.ts';

/** Where a file is not a pack: the path inside it, and what the schema says. */
export interface FileFault {
  readonly path: string;
  readonly message: string;
}

export type ReadPack = { readonly pack: PolicyPack } | { readonly fault: 'not-json' } | { readonly fault: 'not-a-pack'; readonly places: readonly FileFault[] };

const SHOWN = 8;

/** Reads the text of an exported pack. Never throws. */
export function readPackFile(text: string): ReadPack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'not-json' };
  }
  const read = policyPackSchema.safeParse(value);
  if (read.success) return { pack: read.data };
  return { fault: 'not-a-pack', places: read.error.issues.slice(0, SHOWN).map((issue) => ({ path: issue.path.map(String).join(' › '), message: issue.message })) };
}

/** Hands a document to the browser as a file. */
export function saveAsFile(name: string, document_: unknown): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
