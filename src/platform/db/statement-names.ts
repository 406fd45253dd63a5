import { createHash } from 'node:crypto';

// Each prepared statement costs memory in every connection.
const MAX_NAMES = 200;
const MAX_SEEN = 2_000;
// Long statements are searches and reports, whose best plan depends on their values.
const MAX_LENGTH = 700;
const OFTEN = 3;
// A prepared "all columns" would fail after a migration that adds one.
const ALL_COLUMNS = /(\.|\bSELECT\s+|\bRETURNING\s+)\*/i;
const KINDS = /^\s*(INSERT|UPDATE|DELETE|SELECT)\b/i;

/** Counts texts and gives those that come often a name; one for the process. */
export function makeStatementNames(): (text: string) => string | undefined {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined) return name;
    if (text.length > MAX_LENGTH || names.size >= MAX_NAMES) return undefined;
    const count = (seen.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      // Texts made for the moment must not pile up.
      if (seen.size >= MAX_SEEN) seen.clear();
      seen.set(text, count);
      return undefined;
    }
    if (!KINDS.test(text) || ALL_COLUMNS.test(text)) return undefined;
    const given = `zs_${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
    seen.delete(text);
    names.set(text, given);
    return given;
  };
}

/**
 * The name under which a statement stays prepared, once its text came several times; undefined for rare, long or
 * unsuitable ones. Parsing and planning is more than half of the cost of a short statement (PL-70).
 */
export const statementName = makeStatementNames();
