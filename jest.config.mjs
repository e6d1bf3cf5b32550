/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/bench/'],
  globalSetup: '<rootDir>/test/support/neo4j-setup.mjs',
  globalTeardown: '<rootDir>/test/support/neo4j-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      },
    ],
  },
  // One worker a core: the default leaves one core idle, while tests wait for a server and for disks.
  maxWorkers: '100%',
  // Modules of files that are through stay in a worker's memory, and each collection walks them all.
  workerIdleMemoryLimit: '400MB',
  testTimeout: 240_000,
};
