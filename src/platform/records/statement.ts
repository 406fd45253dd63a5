import { createHash } from 'node:crypto';
import type { Statement } from '../db/database.ts';
import { statementName } from '../db/statement-names.ts';

const names = new Map<string, string>();
// Each prepared statement costs memory in every connection; rare shapes go unnamed.
const MAX_NAMED = 300;

/** Gathers values while text is built; the text holds only identifiers from declarations and `$n` (SEC-17). */
export class StatementBuilder {
  readonly values: unknown[] = [];

  /** The placeholder for a value. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** A statement that stays prepared on the server under a name made from its text (stack: half the cost of a list). */
  named(text: string): Statement {
    let name = names.get(text);
    if (name === undefined && names.size < MAX_NAMED) {
      name = `zk_${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
      names.set(text, name);
    }
    return { ...(name !== undefined && { name }), text, values: this.values };
  }

  /** Of many possible shapes, few of which come often: those stay prepared. */
  often(text: string): Statement {
    const name = statementName(text);
    return { ...(name !== undefined && { name }), text, values: this.values };
  }

  plain(text: string): Statement {
    return { text, values: this.values };
  }
}

/** A text that means only itself in a LIKE pattern. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
