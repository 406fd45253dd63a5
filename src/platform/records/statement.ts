import { createHash } from 'node:crypto';
import type { Statement } from '../db/database.ts';
import { statementName } from '../db/statement-names.ts';

const names = new Map<string, string>();
// Each prepared statement costs memory in every connection; rare shapes go unnamed.
const MAX_NAMED = 300;

/** Gathers values while text is built; the text holds only identifiers from declarations and `$n` (SEC-17). */
export class StatementBuilder {
  readonly values: unknown[] = [];
  readonly #instants: number[] = [];

  /** The placeholder for a value. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The placeholder for the request's own instant, which a kept text takes anew. */
  instant(now: Date): string {
    this.#instants.push(this.values.length);
    return this.param(now.toISOString());
  }

  /** The statement for other requests that differ only in their instant and in `key`, the value at one place. */
  kept(text: string, key: string): (now: Date, value: unknown) => Statement {
    const { values, ...rest } = this.named(text);
    const at = Number(key.slice(1)) - 1;
    return (now, value) => {
      const mine = [...values];
      mine[at] = value;
      for (const place of this.#instants) mine[place] = now.toISOString();
      return { ...rest, values: mine };
    };
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
