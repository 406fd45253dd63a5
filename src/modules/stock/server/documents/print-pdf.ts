import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const FONT = '@expo-google-fonts/noto-sans-sc';
const weights = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

let compiler: Promise<NodeCompiler> | undefined;

/** The typesetter and its fonts (20 MB) come into memory with the first print. */
async function load(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: weights.map((file) => readFileSync(require.resolve(`${FONT}/${file}`))) }] });
}

/** Typst source to PDF, with the Chinese fonts embedded as far as they are used (PL-63). Needs no network and no other program. */
export async function printPdf(source: string): Promise<Buffer> {
  compiler ??= load();
  const typst = await compiler;
  const pdf = typst.pdf({ mainFileContent: source });
  typst.evictCache(5);
  return pdf;
}

/** A text that typst shows as it is: a string literal holds no markup. */
export const literal = (text: string): string => `#"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
