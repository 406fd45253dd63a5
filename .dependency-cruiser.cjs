/**
 * The layers: kernel <- meta <- platform (server) / kit (web) <- modules in their order <- app.
 * Every rule here has a planted violation in scripts/checks/planted-imports.ts; a rule without one fails the tests.
 */
const modules = [
  'identity', 'organisation', 'calendars', 'notifications', 'approvals', 'policies', 'customers', 'transfer', 'reception', 'stock', 'sales', 'knowledge', 'meetings', 'mail', 'service', 'fieldwork', 'portal', 'chat', 'standards', 'team', 'performance',
  'satisfaction',
  'credit', 'loyalty', 'marketing', 'commission', 'analytics', 'administration',
];

const tests = String.raw`\.(test|journey)\.tsx?$|/test-(app|database|server|client|site|office|sale|desk|audits|portal|chat|post)\.ts$`;
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const reactPackages = npm(
  'react', 'react-dom', 'antd', String.raw`@ant-design/[^/]+`, 'echarts', String.raw`@tanstack/[^/]+`, 'lucide-react',
  String.raw`@dnd-kit/[^/]+`,
);
const serverPackages = npm(
  'pg', 'pg-copy-streams', 'fastify', String.raw`@fastify/[^/]+`, String.raw`@node-rs/[^/]+`, 'pino',
  'prom-client', 'sql-template-tag', 'hucre', 'otplib', 'nodemailer',
);

const web = String.raw`^src/(kit|modules/[^/]+/web|app/web)/`;
const server = String.raw`^src/(platform/|modules/[^/]+/server/|app/(?!web/))`;
const bothSides = String.raw`^src/(kernel|meta)/|^src/modules/[^/]+/(?!server/|web/)`;

/** A forbidden import. Tests may import anything, so they are never a `from`. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: typeof to === 'string' ? { path: to } : to,
});

const layers = [
  forbid('kernel-imports-nothing', 'kernel imports nothing of ours', '^src/kernel/', '^(?!src/kernel/)(src|scripts|demo|bench|e2e)/'),
  forbid('meta-imports-kernel', 'meta imports only kernel', '^src/meta/', '^src/(?!kernel/|meta/)'),
  forbid('platform-below-modules', 'platform knows no business word', '^src/platform/', '^src/(?!kernel/|meta/|platform/)'),
  forbid('kit-below-modules', 'kit imports only kernel and meta', '^src/kit/', '^src/(?!kernel/|meta/|kit/)'),
  forbid('modules-below-app', 'modules never import app', '^src/modules/', '^src/app/'),
];

const sides = [
  {
    ...forbid('web-reaches-no-server', 'no server code in the web bundle, not even through others', web, {
      path: server,
      reachable: true,
    }),
  },
  forbid('server-imports-no-web', 'the server never loads web code', server, web),
  forbid('web-without-node', 'node: modules do not exist in a browser', web, { dependencyTypes: ['core'] }),
  forbid('web-without-server-packages', 'server packages do not belong in the bundle', web, serverPackages),
  forbid('server-without-react', 'no react or antd on the server', server, reactPackages),
  forbid('both-sides-without-node', 'kernel, meta and the shared part of a module run anywhere', bothSides, {
    dependencyTypes: ['core'],
  }),
  forbid('both-sides-without-side-packages', 'shared code loads neither react nor server packages', bothSides,
    `${reactPackages}|${serverPackages}`),
  forbid('shared-part-without-sides', 'the shared part of a module imports neither side',
    String.raw`^src/modules/[^/]+/(?!server/|web/)`, String.raw`^src/(platform|kit)/|^src/modules/[^/]+/(server|web)/`),
  forbid('pg-only-in-platform', 'only the platform talks to PostgreSQL', '^src/(?!platform/)',
    npm('pg', 'pg-copy-streams')),
];

const moduleOrder = modules.slice(0, -1).map((name, index) =>
  forbid(`order-${name}`, `${name} imports no module that comes after it`, `^src/modules/${name}/`,
    `^src/modules/(${modules.slice(index + 1).join('|')})/`));

const insideModules = [
  forbid('modules-only-listed', 'a new module needs its place in the order above', `^src/modules/(?!(${modules.join('|')})/)`, '^src/'),
  forbid('modules-through-public', 'another module is imported only through <name>.public.ts',
    '^src/modules/([^/]+)/', {
      path: '^src/modules/',
      pathNot: [
        '^src/modules/$1/',
        ...modules.map((name) => String.raw`^src/modules/${name}/((server|web)/)?${name}\.public\.tsx?$`),
      ],
    }),
  forbid('rules-are-pure', 'rules import only kernel, meta and rules of their own module',
    String.raw`^src/modules/([^/]+)/rules/`, { pathNot: '^src/(kernel|meta|modules/$1/rules)/' }),
  forbid('queries-import-no-actions', 'queries are SQL only: no action, no route',
    String.raw`^src/modules/[^/]+/server/queries/`, String.raw`^src/modules/[^/]+/server/(actions/|[^/]+\.routes\.ts$)`),
  forbid('actions-import-no-routes', 'actions know no HTTP',
    String.raw`^src/modules/[^/]+/server/actions/`, String.raw`\.routes\.ts$`),
];

const hygiene = [
  forbid('no-cycles', 'no import cycles, types included', '^(src|scripts|demo|bench|e2e)/', { circular: true }),
  {
    name: 'no-orphans',
    comment: 'a file which imports nothing and which nothing imports is dead',
    severity: 'error',
    from: { orphan: true, path: '^src/', pathNot: [tests, String.raw`\.d\.ts$`, String.raw`^src/app/[^/]+\.ts$`, '^src/app/web/main.tsx$'] },
    to: {},
  },
  forbid('demo-only-in-app', 'only the application knows the demo company', '^src/(?!app/)', '^demo/'),
  forbid('product-without-tests', 'the product never loads tests, bench, e2e or scripts', '^src/',
    `${tests}|^(bench|e2e|scripts)/|${npm('vitest', 'fast-check', 'playwright-core', 'axe-core')}`),
  forbid('server-without-dev-packages', 'a development package is missing in production', `${server}|^src/(kernel|meta)/`, {
    dependencyTypes: ['npm-dev'],
    dependencyTypesNot: ['type-only'],
  }),
  forbid('packages-are-listed', 'a package which package.json does not list may vanish', '^(src|scripts|demo|bench|e2e)/', {
    dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
  }),
  {
    name: 'imports-resolve',
    comment: 'the imported file does not exist',
    severity: 'error',
    from: { path: '^(src|scripts|demo|bench|e2e)/' },
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...layers, ...sides, ...moduleOrder, ...insideModules, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^(dist|data)/|\.css$` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
