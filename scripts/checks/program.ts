import { finding } from './check-result.ts';
import type { Check, CheckResult } from './check-result.ts';
import { runNode } from './run-tool.ts';

/**
 * A check that is a program of the project. It exits with 0 when all is well, and one line of its output starts with
 * the number of things it compared (`212 columns compared`): without that number it has proved nothing.
 */
export function programCheck(name: string, script: string, ...args: string[]): Check {
  const run = async (root: string): Promise<CheckResult> => {
    const { code, stdout, stderr } = await runNode(root, script, args);
    const count = /^(\d+) (\S.*)$/m.exec(stdout);
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
    const findings = code === 0 ? [] : lines.slice(-20).map((line) => finding(script, line));
    if (code !== 0 && findings.length === 0) findings.push(finding(script, `ended with ${code}`));
    return { seen: Number(count?.[1] ?? 0), unit: count?.[2] ?? 'things', findings };
  };
  return { name, needs: script, run };
}
