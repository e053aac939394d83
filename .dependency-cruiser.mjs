// The layers of ARCHITECTURE.md as arrows: what each folder of src/ may import from the others, types included.
const mayImport = {
  domain: [],
  contract: ['domain'],
  text: ['domain'],
  db: ['domain'],
  documents: ['domain', 'text'],
  mail: ['domain', 'text'],
  site: ['domain', 'text'],
  jobs: ['domain', 'db', 'mail', 'documents'],
  http: ['domain', 'contract', 'text', 'db', 'documents', 'mail', 'site', 'jobs'],
  web: ['domain', 'contract', 'text'],
  cli: ['domain', 'contract', 'text', 'db', 'documents', 'mail', 'site', 'jobs', 'http'],
}

const arrows = Object.entries(mayImport).map(([layer, others]) => ({
  name: `${layer}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '^(src|test|bench)/',
    pathNot: [
      `^src/(${[layer, ...others].join('|')})/`,
      // The web app knows the server by its type alone.
      ...(layer === 'web' ? ['^src/http/app\\.ts$'] : []),
      // A command starts where the server starts.
      ...(layer === 'cli' ? ['^src/(config|installation|secret|web-build)\\.ts$'] : []),
    ],
  },
}))

export default {
  forbidden: [
    ...arrows,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'the-server-reaches-the-web-app-by-type-only',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/http/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-knows-no-package-but-the-schema-library',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown'],
        pathNot: 'node_modules/zod/',
      },
    },
    {
      name: 'sql-lives-in-db',
      severity: 'error',
      from: { path: '^src/(?!db/)' },
      to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
