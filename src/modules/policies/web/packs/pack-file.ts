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

/** Hands a pack to the browser as a file. */
export function savePack(name: string, pack: PolicyPack): void {
  saveFile(name, `${JSON.stringify(pack, null, 2)}\n`, 'application/json');
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
