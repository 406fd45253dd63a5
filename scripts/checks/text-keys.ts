import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finding } from './check-result.ts';
import type { Check, CheckResult, Finding } from './check-result.ts';
import { sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const han = /\p{Script=Han}/u;

/** The texts of the modules: duplicates and untranslated ones as warnings, exclamation marks as errors. */
export const textKeys: Check = { name: 'texts', run: checkTextKeys };

/** Loads every i18n/zh-CN.ts and en.ts of `root`. That no key is missing is a type error already. */
export async function checkTextKeys(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, ['src'], /^(zh-CN|en)\.ts$/).filter((file) => basename(file.folder) === 'i18n');
  const findings: Finding[] = [];
  let seen = 0;
  for (const file of files) {
    const texts = await loadTexts(root, file);
    if (texts.length === 0) findings.push(finding(file.path, 'no text in this file'));
    seen += texts.length;
    findings.push(...(file.name === 'en.ts' ? untranslated(file, texts) : doubledTexts(file, texts)));
    const loud = texts.filter(([, text]) => /[!！]/.test(text));
    findings.push(...loud.map(([key]) => finding(file.path, `${key}: no exclamation marks`)));
  }
  return { seen, unit: 'texts', findings };
}

async function loadTexts(root: string, file: SourceFile): Promise<[key: string, text: string][]> {
  const module: unknown = await import(pathToFileURL(join(root, file.path)).href);
  const texts: [string, string][] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.push([key, value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, key ? `${key}.${name}` : name);
    }
  };
  visit({ ...(typeof module === 'object' ? module : {}) }, '');
  return texts;
}

const warning = (file: SourceFile, message: string): Finding => ({ file: file.path, message, level: 'warning' });

function doubledTexts(file: SourceFile, texts: readonly [string, string][]): Finding[] {
  return [...Map.groupBy(texts, ([, text]) => text)].flatMap(([text, same]) => {
    if (same.length < 2 || !han.test(text)) return [];
    return [warning(file, `“${text}” under ${same.map(([key]) => key).join(', ')}`)];
  });
}

function untranslated(file: SourceFile, texts: readonly [string, string][]): Finding[] {
  return texts.filter(([, text]) => han.test(text)).map(([key, text]) => warning(file, `${key} is Chinese: “${text}”`));
}
