/** Reads exact numbers of bytes from a stream of chunks of any size. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly `size` bytes; throws when the stream ends before. */
  async read(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      if (await this.isAtEnd()) throw new Error('the stream ended early');
      const part = this.#held.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#held = this.#held.subarray(part.length);
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** Up to and without the next line feed; at most 4096 bytes. */
  async readLine(): Promise<string> {
    const bytes: number[] = [];
    for (;;) {
      const [byte] = await this.read(1);
      if (byte === undefined || byte === 10) return Buffer.from(bytes).toString('utf8');
      if (bytes.push(byte) > 4096) throw new Error('the line is too long');
    }
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return true;
      this.#held = next.value;
    }
    return false;
  }
}
