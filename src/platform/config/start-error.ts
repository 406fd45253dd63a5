/** A reason why the server cannot start, for the person who operates it: Chinese first, then English (PL-61). */
export class StartError extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options);
    this.name = 'StartError';
    this.zh = zh;
    this.en = en;
  }
}
