/** A violation: `file` imports `imports`. Every other file of the tree is empty of imports unless it stands here. */
export interface PlantedImport {
  readonly file: string;
  readonly imports: readonly string[];
}

const planted = (file: string, ...imports: string[]): PlantedImport => ({ file, imports });

/** Modules in their order, from the one that everybody may use. */
export const moduleOrder = [
  'identity',
  'organisation',
  'calendars',
  'notifications',
  'approvals',
  'policies',
  'customers',
  'transfer',
  'reception',
  'stock',
  'sales',
  'knowledge',
  'meetings',
  'mail',
  'service',
  'fieldwork',
  'portal',
  'chat',
  'standards',
  'team',
  'performance',
  'satisfaction',
  'credit',
  'loyalty',
  'marketing',
  'commission',
  'analytics',
  'administration',
];

const upward = moduleOrder.slice(0, -1).map((name, index): [string, PlantedImport[]] => {
  const next = moduleOrder[index + 1] ?? '';
  return [`order-${name}`, [planted(`src/modules/${name}/upward.ts`, `#modules/${next}/${next}.public.ts`)]];
});

/** For each rule of .dependency-cruiser.cjs the files that break it. */
export const plantedImports: Record<string, PlantedImport[]> = {
  'kernel-imports-nothing': [planted('src/kernel/reaches-up.ts', '#meta/known.ts')],
  'meta-imports-kernel': [planted('src/meta/reaches-up.ts', '#platform/known.ts')],
  'platform-below-modules': [
    planted('src/platform/reaches-up.ts', '#modules/identity/identity.public.ts'),
    planted('src/platform/reaches-across.ts', '#kit/known.ts'),
  ],
  'kit-below-modules': [
    planted('src/kit/reaches-up.ts', '#modules/identity/identity.public.ts'),
    planted('src/kit/reaches-across.ts', '#platform/known.ts'),
  ],
  'modules-below-app': [planted('src/modules/sales/reaches-app.ts', '#app/known-app.ts')],
  'web-reaches-no-server': [
    planted('src/modules/sales/web/direct-page.tsx', '#platform/known.ts'),
    planted('src/modules/sales/web/own-page.tsx', '../server/own-server.ts'),
    planted('src/modules/sales/web/indirect-page.tsx', '../server-user.ts'),
    planted('src/app/web/server-reader.tsx', '#app/known-app.ts'),
  ],
  'server-imports-no-web': [
    planted('src/modules/sales/server/page-reader.ts', '../web/known-page.tsx'),
    planted('src/app/page-reader-app.ts', '#app/web/known-web.tsx'),
  ],
  'web-without-node': [planted('src/kit/node-user.ts', 'node:fs')],
  'web-without-server-packages': [planted('src/modules/sales/web/package-user.tsx', 'fastify')],
  'server-without-react': [
    planted('src/platform/react-user.ts', 'react'),
    planted('src/modules/sales/server/antd-user.ts', 'antd'),
  ],
  'both-sides-without-node': [
    planted('src/kernel/node-user-kernel.ts', 'node:crypto'),
    planted('src/meta/node-user-meta.ts', 'node:fs'),
    planted('src/modules/sales/node-user-shared.ts', 'node:fs'),
  ],
  'both-sides-without-side-packages': [
    planted('src/kernel/react-user-kernel.ts', 'react'),
    planted('src/modules/sales/fastify-user.ts', 'fastify'),
  ],
  'shared-part-without-sides': [
    planted('src/modules/sales/platform-user.ts', '#platform/known.ts'),
    planted('src/modules/sales/kit-user.ts', '#kit/known.ts'),
    planted('src/modules/sales/server-user.ts', './server/own-server.ts'),
  ],
  'pg-only-in-platform': [planted('src/modules/sales/server/pg-user.ts', 'pg')],
  ...Object.fromEntries(upward),
  'modules-only-listed': [planted('src/modules/unlisted/first.ts', '#kernel/known-kernel.ts')],
  'modules-through-public': [
    planted('src/modules/sales/server/private-reader.ts', '#modules/identity/server/identity-secret.ts'),
    planted('src/modules/sales/false-name.ts', '#modules/identity/other.public.ts'),
  ],
  'rules-are-pure': [
    planted('src/modules/sales/rules/own-root.ts', '../known-root.ts'),
    planted('src/modules/sales/rules/foreign.ts', '#modules/identity/identity.public.ts'),
    planted('src/modules/sales/rules/package.ts', 'decimal.js'),
  ],
  'queries-import-no-actions': [
    planted('src/modules/sales/server/queries/to-action.ts', '../actions/known-action.ts'),
    planted('src/modules/sales/server/queries/to-routes.ts', '../sales.routes.ts'),
  ],
  'actions-import-no-routes': [planted('src/modules/sales/server/actions/to-routes-action.ts', '../sales.routes.ts')],
  'no-cycles': [planted('src/kernel/ring-a.ts', './ring-b.ts')],
  'no-orphans': [planted('src/platform/orphan.ts')],
  'demo-only-in-app': [planted('src/platform/demo-user.ts', '../../demo/known-demo.ts')],
  'product-without-tests': [
    planted('src/kernel/loads-a-test.ts', './known-kernel.test.ts'),
    planted('src/platform/vitest-user.ts', 'vitest'),
  ],
  'server-without-dev-packages': [planted('src/platform/dev-user.ts', 'vite')],
  'packages-are-listed': [planted('src/platform/unlisted-user.ts', 'acorn')],
  'imports-resolve': [planted('src/platform/missing-user.ts', '#platform/missing.ts')],
};

/** What the violations above need beside them: a cycle is reported at one of its files. */
export const supportingImports: PlantedImport[] = [planted('src/kernel/ring-b.ts', './ring-a.ts')];

/** Imports that are allowed; a finding on one of them is a false alarm. */
export const allowedImports: PlantedImport[] = [
  planted('src/meta/fine-meta.ts', '#kernel/known-kernel.ts', 'zod'),
  planted('src/platform/fine-platform.ts', '#kernel/known-kernel.ts', '#meta/known.ts', 'pg', 'node:fs', 'fastify'),
  planted('src/kit/fine-kit.tsx', '#kernel/known-kernel.ts', '#meta/known.ts', 'react', 'antd'),
  planted('src/modules/sales/sales.object.ts', '#meta/known.ts', '#modules/identity/identity.public.ts'),
  planted('src/modules/sales/rules/fine-rule.ts', '#kernel/known-kernel.ts', './other-rule.ts'),
  planted('src/modules/sales/server/queries/fine-query.ts', '#platform/known.ts'),
  planted('src/modules/sales/server/actions/fine-action.ts', '../queries/fine-query.ts', '../../rules/fine-rule.ts'),
  planted('src/modules/sales/server/fine.routes.ts', './actions/fine-action.ts', '#modules/identity/server/identity.public.ts'),
  planted('src/modules/sales/web/fine-page.tsx', '#kit/fine-kit.tsx', '#modules/identity/web/identity.public.tsx', '../sales.object.ts'),
  planted('src/modules/sales/fine.test.ts', '#app/known-app.ts', '#platform/known.ts', 'vitest', 'react', 'pg'),
  planted('src/app/fine-app.ts', '#modules/sales/server/fine.routes.ts', '#platform/fine-platform.ts'),
  planted('src/app/web/fine-web.tsx', '#modules/sales/web/fine-page.tsx'),
  planted('demo/fine-demo.ts', '#app/fine-app.ts'),
  planted('bench/fine-bench.ts', '#app/fine-app.ts'),
];
