import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

/** The settings in both languages, from the same list that the server checks them by; needs no installed package. */
export function helpText() {
  const file = path.join(root, 'src', 'platform', 'config', 'settings.json');
  const { settings, usage } = JSON.parse(readFileSync(file, 'utf8'));
  const width = Math.max(...settings.map((setting) => setting.name.length)) + 2;
  const inLanguage = (key) => {
    const lines = settings.map((setting) => {
      const standard = setting.fallback === '' ? '' : ` [${setting.fallback}]`;
      return `  ${setting.name.padEnd(width)}${setting[key]}${standard}`;
    });
    return `${usage[key]}\n\n${lines.join('\n')}\n`;
  };
  return `${inLanguage('zh')}\n${inLanguage('en')}`;
}
