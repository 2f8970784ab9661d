import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * What a folder of `src` may import, besides itself: the table of ARCHITECTURE.md. Whatever is not
 * named is forbidden.
 */
const MAY_IMPORT = {
  domain: [],
  // Given to a conversation as a parameter and to the widget as a script of its own, so no folder may import it.
  secrets: ['domain'],
  protocol: ['domain'],
  ports: ['domain'],
  // What a language model is asked: who asks one may import it.
  prompts: ['domain', 'protocol'],
  knowledge: ['domain', 'protocol', 'ports.ts'],
  conversation: ['domain', 'protocol', 'ports.ts'],
  assistant: ['domain', 'protocol', 'ports.ts', 'knowledge', 'prompts'],
  desk: ['domain', 'protocol', 'ports.ts', 'conversation', 'knowledge', 'prompts'],
  adapters: ['domain', 'protocol', 'ports.ts', 'knowledge'],
  server: ['domain', 'protocol', 'ports.ts', 'knowledge', 'conversation', 'assistant', 'desk'],
  web: ['domain', 'protocol', 'locales'],
};

/** Folders whose parts must not know each other. */
const STRANGERS = { adapters: ['llm', 'storage', 'vector-index', 'embedders', 'system', 'channels'], web: ['widget', 'desk', 'editor'] };

/** What desk and editor share; the widget, which every contact loads, has no React. */
const STAFF_ONLY = { target: './src/web/widget', from: './src/web/staff', message: 'src/web/widget must not import src/web/staff.' };
/** What is shared does not know who shares it. */
const STAFF_ALONE = ['widget', 'desk', 'editor'].map((part) => ({ target: './src/web/staff', from: `./src/web/${part}`, message: `src/web/staff must not import src/web/${part}.` }));

const importTable = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only: ${allowed.join(', ') || 'nothing else of src'} (ARCHITECTURE.md).`,
}));

const strangers = Object.entries(STRANGERS).flatMap(([folder, parts]) => parts.flatMap((part) =>
  parts.filter((other) => other !== part).map((other) => ({
    target: `./src/${folder}/${part}`, from: `./src/${folder}/${other}`, message: `src/${folder}/${part} and src/${folder}/${other} must not know each other.`,
  }))));

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/', 'eval/reports/'] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs'] } }, 'import-x/extensions': ['.ts', '.tsx'], 'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...importTable, ...strangers, STAFF_ONLY, ...STAFF_ALONE] }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'no-console': 'error',
      'eqeqeq': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Our objects are made by factories and have no 'this' to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Node's builtin `process.env` is read in one place, and langchain stays behind its wall.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/config.ts', 'src/main.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'src/config.ts is the only reader of the environment.' }] },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/adapters/llm/**', 'src/adapters/embedders/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['langchain', 'langchain/*', '@langchain/*'], message: 'langchain stays in src/adapters.' }] }] },
  },
  { files: ['src/main.ts', 'scripts/**', 'eval/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['*.config.js', '**/*.cjs', '**/*.mjs', 'test/fill-cache.ts'], rules: { 'import-x/no-default-export': 'off' } },
  // Tests put real adapters beside what they test; only what runs in production keeps to the table.
  { files: ['**/*.test.ts', '**/*.test.tsx', 'test/**'], rules: { 'max-lines-per-function': 'off', 'import-x/no-restricted-paths': 'off' } },
);
