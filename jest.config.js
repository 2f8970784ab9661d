/** Jest runs the sources as Node does: ES modules, types stripped and nothing else. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/scripts', '<rootDir>/eval'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.cjs' },
  globalSetup: '<rootDir>/test/fill-cache.ts',
  testTimeout: 30_000,
  // Tests wait for processes and browsers more than they compute.
  maxWorkers: '100%',
  // Modules of the tests before are never freed: a worker that holds too much begins anew.
  workerIdleMemoryLimit: '1200MB',
};
