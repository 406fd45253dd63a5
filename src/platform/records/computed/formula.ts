/** One piece of a formula. */
type Token = { readonly kind: 'number' | 'name' | 'mark'; readonly text: string };

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?)|([a-z][A-Za-z0-9]*)|([-+*/()]))/gy;
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (!match) throw new Error(`formula: cannot read ${text}`);
    const [, number, name, mark] = match;
    tokens.push(number !== undefined ? { kind: 'number', text: number } : name !== undefined ? { kind: 'name', text: name } : { kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}

/**
 * Compiles an arithmetic formula over number and money fields (PL-11) into a SQL expression. `resolve` gives a field's
 * expression, undefined when it may not be used. Division by zero is null. Throws on anything else in the text.
 */
export function compileFormula(text: string, resolve: (key: string) => string | undefined): string {
  const tokens = tokenise(text);
  let at = 0;
  const peek = () => tokens[at]?.text;
  const take = (): Token => {
    const token = tokens[at];
    if (!token) throw new Error(`formula ends too early: ${text}`);
    at += 1;
    return token;
  };

  const factor = (): string => {
    const token = take();
    if (token.kind === 'number') return `${token.text}::numeric`;
    if (token.text === '-') return `(-${factor()})`;
    if (token.text === '(') {
      const inner = sum();
      if (take().text !== ')') throw new Error(`formula: a bracket is not closed: ${text}`);
      return inner;
    }
    const expression = token.kind === 'name' ? resolve(token.text) : undefined;
    if (expression === undefined) throw new Error(`formula: ${token.text} is not a number field`);
    return `(${expression})`;
  };
  const product = (): string => {
    let left = factor();
    while (peek() === '*' || peek() === '/') {
      const mark = take().text;
      left = mark === '*' ? `(${left} * ${factor()})` : `(${left} / nullif(${factor()}, 0))`;
    }
    return left;
  };
  const sum = (): string => {
    let left = product();
    while (peek() === '+' || peek() === '-') left = `(${left} ${take().text} ${product()})`;
    return left;
  };

  const result = sum();
  if (at < tokens.length) throw new Error(`formula: cannot read after ${tokens[at]?.text}`);
  return result;
}
