/**
 * The one direction of dependencies, checked on resolved paths (DESIGN.md, "The house"):
 * domain <- store, network <- planning, transfer, auth <- graphql <- app <- cli.
 */
const mayReach = {
  domain: [],
  store: ['domain'],
  network: ['domain'],
  planning: ['domain', 'network'],
  transfer: ['domain', 'store', 'network'],
  auth: ['domain', 'store'],
  graphql: ['domain', 'store', 'network', 'planning', 'transfer', 'auth'],
};
const rooms = Object.keys(mayReach);

module.exports = {
  forbidden: [
    ...rooms.map((room) => ({
      name: `${room}-reaches-only-${mayReach[room].join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...mayReach[room]].join('|')})/|^src/config\\.ts$` },
    })),
    {
      name: 'domain-does-not-read-the-environment',
      severity: 'error',
      from: { path: '^src/(domain|network|planning)/' },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'one-file-knows-each-engine',
      severity: 'error',
      from: { pathNot: '^src/store/engines/' },
      to: { path: 'node_modules/(neo4j-driver|@grafeo-db)/' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
