import { objectLabel } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import type { Route } from '../http/route.ts';
import { API } from '../http/server.ts';
import type { JsonSchema } from './json-schema.ts';
import { operationIdOf, operationOf, problemResponses, sharedParameters, templatePath } from './operation.ts';
import { recordOperation } from './record-operations.ts';
import { type Reader, recordSchemas, sharedSchemas } from './record-schemas.ts';

export interface DocumentSource {
  readonly routes: readonly Route[];
  readonly registry: Registry;
  readonly version: string;
}

const words = {
  'zh-CN': {
    title: '知客 API', description: '客户、联系人、商机、工单等每种对象都有同样的读写方式；字段按您的权限和语言列出，管理员新增的字段立即在此出现。',
    group: '公共接口',
  },
  en: {
    title: 'Zhike API',
    description: 'Every object is read and written in the same way. Fields are listed as far as your rights go, in your language; those that administrators add are here at once.',
    group: 'General',
  },
} as const;

type Paths = Record<string, Record<string, JsonSchema>>;

function mayCall(reader: Reader, route: Route): boolean {
  const { access } = route;
  if (typeof access === 'string') return true;
  if ('right' in access) return reader.actor.rights.has(access.right);
  return reader.actor.grants.get(access.object)?.has(access.action) ?? false;
}

/** OpenAPI 3.1 of everything that this reader may call, from the routes and the objects in force (PL-22). */
export function openApiDocument(reader: Reader, source: DocumentSource): JsonSchema {
  const objects = source.registry.objects.filter((def) => reader.actor.grants.get(def.key)?.has('read'));
  const paths: Paths = {};
  const add = (path: string, method: string, operation: JsonSchema) => {
    const item = (paths[path] ??= {});
    // A module's own route stands before the general one of the same address.
    item[method.toLowerCase()] ??= operation;
  };
  const fixed = source.routes.filter((route) => !route.path.startsWith('/:plural') && mayCall(reader, route));
  for (const route of fixed) {
    add(templatePath(route.path), route.method, operationOf(route, { operationId: operationIdOf(route), summary: route.summary, tag: route.tag }));
  }
  for (const route of source.routes.filter((r) => r.path.startsWith('/:plural'))) {
    for (const def of objects) {
      const made = recordOperation(reader, def, route);
      if (made) add(made.path, route.method, made.operation);
    }
  }
  const { title, description, group } = words[reader.locale];
  const tags = [...new Set(fixed.map((route) => route.tag))].filter((tag) => !objects.some((def) => def.plural === tag));
  return {
    openapi: '3.1.1',
    info: { title, description, version: source.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: API }],
    security: [{ cookie: [] }, { key: [] }],
    tags: [
      ...objects.map((def) => ({ name: def.plural, description: objectLabel(def, reader.locale, 'many') })),
      ...tags.map((name) => ({ name, description: `${group}: ${name}` })),
    ],
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: usedOnly(paths, { ...Object.assign({}, ...objects.map((def) => recordSchemas(reader, def))) as Record<string, JsonSchema>, ...sharedSchemas }),
      parameters: sharedParameters,
      responses: problemResponses,
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'zhike_session', description: 'POST /auth/login' },
        key: { type: 'http', scheme: 'bearer', description: 'zk_…' },
      },
    },
  };
}

/** Schemas that some path leads to. */
function usedOnly(paths: Paths, schemas: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  const used = new Set<string>(['Problem']);
  const visit = (text: string) => {
    for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/([A-Za-z0-9]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(JSON.stringify(schemas[name] ?? {}));
    }
  };
  visit(JSON.stringify(paths));
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}
