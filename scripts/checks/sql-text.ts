import ts from 'typescript';
import { finding } from './check-result.ts';
import type { Check, CheckResult, Finding } from './check-result.ts';
import { readSource, sourceFiles, testFile } from './source-files.ts';

const mayWriteRawSql = /^src\/platform\/(db|records|access|audit|search|backup)\//;
const mayHoldTheClient = /^src\/platform\//;
const webCode = /^src\/(kit|app\/web|modules\/[^/]+\/web)\//;
const statement = /\b(?:select\b[^]*\bfrom|insert\s+into|update\s+\S+\s+set|delete\s+from|alter\s+table)\b/i;

/** Values reach PostgreSQL as parameters only (SEC: injection): no SQL is put together from strings. */
export const sqlText: Check = { name: 'sql', run: checkSqlText };

/** Parses every product file on the server side of `root`. */
export function checkSqlText(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, ['src'], /(?<!\.d)\.tsx?$/).filter(
    (file) => !testFile.test(file.name) && !webCode.test(file.path),
  );
  const findings = files.flatMap((file) => sqlFindings(file.path, readSource(root, file)));
  return Promise.resolve({ seen: files.length, unit: 'files', findings });
}

function sqlFindings(path: string, text: string): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const message = fault(path, node);
    if (message) found.push(finding(path, message, source.getLineAndCharacterOfPosition(node.getStart()).line + 1));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function fault(path: string, node: ts.Node): string | undefined {
  if (!mayWriteRawSql.test(path)) {
    if (importsRaw(node)) return 'raw SQL text only in src/platform/db and src/platform/records';
    if (isBuiltText(node)) return 'SQL put together from strings: use the sql tag, values become parameters';
  }
  if (!mayHoldTheClient.test(path) && isQueryCall(node)) return 'the database is reached through the context, not .query()';
  return undefined;
}

/** `raw` and the class behind the tag both take text as it is. */
function importsRaw(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false;
  if (node.moduleSpecifier.text !== 'sql-template-tag') return false;
  const bindings = node.importClause?.namedBindings;
  if (!bindings) return false;
  if (ts.isNamespaceImport(bindings)) return true;
  const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return bindings.elements.some(({ name, propertyName, isTypeOnly: isType }) => {
    const imported = (propertyName ?? name).text;
    return imported === 'raw' || (imported === 'Sql' && !isType && !isTypeOnly);
  });
}

function isBuiltText(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) return !ts.isTaggedTemplateExpression(node.parent) && statement.test(node.getText());
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) && statement.test(side.text));
}

function isQueryCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'query'
  );
}
