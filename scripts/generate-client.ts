import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '#kernel/json.ts';
import { makeRegistry } from '#meta/registry.ts';
import { objectActions } from '#meta/object.ts';
import { allRoutes } from '#app/platform-routes.ts';
import { serverModules } from '#app/server-modules.ts';
import { openApiDocument } from '#platform/openapi/openapi-document.ts';
import { systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';
import { projectRoot } from './checks/run-tool.ts';
import { typeOfSchema } from './schema-to-type.ts';
import { undeclaredAnswers } from './undeclared-answers.ts';

const TARGET = 'src/kit/api/api-types.gen.ts';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const objects = serverModules.flatMap((module) => module.objects ?? []);
const registry = makeRegistry(objects, [], [], 'generated');

/** Routes are made, never called: whatever they ask of the services meanwhile is plain, or answered by nothing at all. */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_target, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : nothing),
});
const plain: Readonly<Record<string, unknown>> = { dataDir: '.', databaseUrl: '', timeZone: 'Asia/Shanghai', defaultLocale: 'zh-CN', isDemo: false };
const services = new Proxy(plain, { get: (target, key) => (typeof key === 'string' && key in target ? target[key] : nothing) }) as unknown as Services;

const routes = allRoutes(services, serverModules, new FieldIndexer(services));

function description(): Record<string, unknown> {
  const actor = {
    ...systemActor({ timeZone: 'Asia/Shanghai', defaultLocale: 'en', registry: () => registry }),
    grants: new Map(registry.objects.map((def) => [def.key, new Map(objectActions.map((action) => [action, 'all' as const]))])),
  };
  return openApiDocument({ actor, locale: 'en' }, { routes, registry, version: '1' });
}

const at = (node: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), node);
const entries = (node: unknown): [string, unknown][] => (isJsonObject(node) ? Object.entries(node) : []);

function parametersType(operation: unknown, place: string): string {
  const given = at(operation, 'parameters');
  const wanted = (Array.isArray(given) ? given : []).filter((parameter) => at(parameter, 'in') === place);
  const lines = wanted.map((parameter) => {
    const isRequired = place === 'path' || at(parameter, 'required') === true;
    const type = typeOfSchema(at(parameter, 'schema'));
    // What is undefined is left out of the address.
    return `${String(at(parameter, 'name'))}${isRequired ? '' : '?'}: ${place === 'query' && type === 'string' ? 'string | number' : type}${isRequired ? '' : ' | undefined'}`;
  });
  return lines.length === 0 ? 'None' : `{ ${lines.join('; ')} }`;
}

function bodyType(operation: unknown): string {
  const content = at(operation, 'requestBody', 'content');
  if (at(content, 'application/octet-stream') !== undefined) return 'Blob';
  const schema = at(content, 'application/json', 'schema');
  return schema === undefined ? 'undefined' : typeOfSchema(schema);
}

function answerType(operation: unknown): string {
  const done = entries(at(operation, 'responses')).find(([status]) => status.startsWith('2'));
  const schema = at(done?.[1], 'content', 'application/json', 'schema');
  return schema === undefined ? 'undefined' : typeOfSchema(schema);
}

function routeLines(document: unknown): string[] {
  return entries(at(document, 'paths')).flatMap(([path, item]) =>
    METHODS.filter((method) => at(item, method) !== undefined).map((method) => {
      const operation = at(item, method);
      const parts = [`params: ${parametersType(operation, 'path')}`, `query: ${parametersType(operation, 'query')}`, `body: ${bodyType(operation)}`, `answer: ${answerType(operation)}`];
      return `  '${method.toUpperCase()} ${path}': { ${parts.join('; ')} };`;
    }),
  );
}

/** The types of the whole API as declared: built-in objects, every route with parameters, body and answer. */
export function clientText(): { readonly text: string; readonly routes: number } {
  const document = description();
  const schemas = entries(at(document, 'components', 'schemas')).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = routeLines(document);
  const text = [
    '// Made by `npm run generate` from the declarations of objects and routes. Changes here are lost.',
    '',
    '/** No parameters. */',
    'export type None = Readonly<Record<never, never>>;',
    '',
    ...schemas.flatMap(([name, schema]) => [`export type ${name} = ${typeOfSchema(schema, { isOpen: objects.some((def) => def.key === name.charAt(0).toLowerCase() + name.slice(1)) })};`, '']),
    '/** Records by the key of their object. */',
    `export interface RecordTypes {\n${objects.map((def) => `  ${def.key}: ${def.key.charAt(0).toUpperCase()}${def.key.slice(1)};`).toSorted().join('\n')}\n}`,
    '',
    'export interface ApiRoutes {',
    ...lines,
    '}',
    '',
  ].join('\n');
  return { text, routes: lines.length };
}

function main(): number {
  const file = join(projectRoot, TARGET);
  const { text, routes: typed } = clientText();
  const faults = undeclaredAnswers(routes);
  const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text;
  console.log(`${typed} routes typed`);
  if (process.argv.includes('--check')) {
    if (!isCurrent) console.error(`${TARGET} is not what the declarations say: run npm run generate`);
    for (const fault of faults) console.error(fault);
    return isCurrent && faults.length === 0 ? 0 : 1;
  }
  if (!isCurrent) writeFileSync(file, text);
  return 0;
}

process.exitCode = main();
