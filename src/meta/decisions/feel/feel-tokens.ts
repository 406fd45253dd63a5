export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  /** The string's content, unescaped; otherwise the text as it stands. */
  readonly text: string;
}

/** Thrown for FEEL beyond the compiled part; the caller hands the text to the reference engine. */
export class BeyondSubset extends Error {}

const pattern = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|"((?:[^"\\]|\\.)*)"|([\p{L}_][\p{L}\p{N}_]*)|(\*\*|<=|>=|!=|\.\.|[-+*/=<>()[\],@.?])|$)/uy;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => {
    const plain = escapes[char];
    if (plain === undefined) throw new BeyondSubset(char);
    return plain;
  });
}

/** Splits FEEL text. Throws BeyondSubset for signs that the compiled part does not know. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (;;) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new BeyondSubset(text.slice(at));
    if (match[1] !== undefined) tokens.push({ kind: 'number', text: match[1] });
    else if (match[2] !== undefined) tokens.push({ kind: 'string', text: unescape(match[2]) });
    else if (match[3] !== undefined) tokens.push({ kind: 'name', text: match[3] });
    else if (match[4] !== undefined) tokens.push({ kind: 'sign', text: match[4] });
    else return [...tokens, { kind: 'end', text: '' }];
  }
}

/** Beyond these the reader and its functions would exhaust the stack; no rule that people read comes near. */
const maxTokens = 2_000;
const maxNesting = 100;

function deepest(tokens: readonly Token[]): number {
  let [depth, most] = [0, 0];
  for (const { kind, text } of tokens) {
    if (kind === 'sign' && text === ')') depth -= 1;
    // Each `if` reads its parts within itself.
    if ((kind === 'sign' && text === '(') || (kind === 'name' && text === 'if')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** A place in a list of tokens, with the three moves that a parser needs. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
    if (this.#tokens.length > maxTokens || deepest(this.#tokens) > maxNesting) throw new BeyondSubset('too long or too deep');
  }

  peek(offset = 0): Token {
    return this.#tokens[Math.min(this.#at + offset, this.#tokens.length - 1)] ?? { kind: 'end', text: '' };
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Moves on when the next token is this sign or keyword. */
  take(text: string): boolean {
    const token = this.peek();
    if ((token.kind !== 'sign' && token.kind !== 'name') || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) throw new BeyondSubset(`${text} expected`);
  }

  get isAtEnd(): boolean {
    return this.peek().kind === 'end';
  }
}
