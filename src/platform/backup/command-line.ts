import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '#platform/config/start-error.ts';

export interface OptionText {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** Reads `--name value` options of a command. Throws a StartError with the list of options for an unknown one. */
export function readOptions(args: readonly string[], known: readonly OptionText[]): Record<string, string | undefined> {
  const options = Object.fromEntries(known.map(({ name }) => [name, { type: 'string' as const }]));
  try {
    return { ...parseArgs({ args: [...args], options, strict: true }).values };
  } catch (error) {
    const list = (key: 'zh' | 'en'): string => known.map((one) => `  --${one.name.padEnd(18)}${one[key]}`).join('\n');
    throw new StartError(`可用的选项：\n${list('zh')}`, `Options:\n${list('en')}`, { cause: error });
  }
}

/** A path as the person meant it who typed it: npm runs commands in the project's folder and says where one stood. */
export function typedPath(name: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
}

/** The text of a file without the line feed at its end; undefined when no file is named. */
export function readTextFile(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    const text = readFileSync(typedPath(file), 'utf8').replace(/\r?\n$/, '');
    if (text !== '') return text;
  } catch (error) {
    throw new StartError(`无法读取 ${file}。`, `Cannot read ${file}.`, { cause: error });
  }
  throw new StartError(`${file} 是空的。`, `${file} is empty.`);
}

/** Runs a command: what it returns is printed, a StartError is printed in words, everything else with its origin. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    const text = error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
