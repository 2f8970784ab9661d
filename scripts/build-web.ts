/**
 * Builds the front-ends into `dist/web` with esbuild, when their sources changed since the last time.
 * `npm run build` builds always; `npm start` and `npm test` only when stale.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { borrowFrom, cssAsText, laterScript, lexerOfMarked } from './build-web-plugins.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/web');

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
};

/**
 * Finds secrets in what a contact writes, before it is sent. Larger than all the rest of the widget, so
 * the widget fetches it when somebody begins to write. The name has a hash, as old pages and new scripts
 * must not mix; the folder is one that the server lets the exchange's own site read (security-headers.ts).
 */
export const secretFinder: BuildOptions = {
  ...common,
  entryPoints: { secrets: 'src/secrets/find-secrets.ts' },
  outdir: 'dist/web/api/widget',
  entryNames: '[name]-[hash]',
  format: 'esm',
};

/** What most contacts of the widget never need. It uses what the widget's own script has, and so weighs only what is its own. */
export const extras: BuildOptions = {
  ...common,
  entryPoints: { extras: 'src/web/widget/extras/extras.ts' },
  outdir: 'dist/web/api/widget',
  entryNames: '[name]-[hash]',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [cssAsText, borrowFrom('src/web/widget/extras/lent.ts')],
};

/** The widget is one script that an exchange's page embeds; its style sheet travels inside it. */
export const widget: BuildOptions = {
  ...common,
  entryPoints: { widget: 'src/web/widget/main.tsx' },
  outdir: 'dist/web',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // The map and the licences lie beside the script; every contact would load the words that point at them.
  sourcemap: 'external',
  legalComments: 'external',
  plugins: [cssAsText, lexerOfMarked, laterScript('SECRET_FINDER', secretFinder), laterScript('EXTRAS', extras)],
};

/** Of each language's phrases, only those that a front-end says. */
function onlyPhrases(...parts: readonly string[]): Plugin {
  return {
    name: 'only-phrases',
    setup(building) {
      building.onLoad({ filter: /\blocales[\\/][\w-]+\.json$/ }, ({ path }) => {
        const phrases = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>).filter(([part]) => parts.includes(part));
        return { contents: JSON.stringify(Object.fromEntries(phrases)), loader: 'json' };
      });
    },
  };
}

/** Desk and editor are pages of our own. */
const staff: BuildOptions = { ...common, outdir: 'dist/web/assets', format: 'esm', splitting: true, jsx: 'automatic' };

const desk: BuildOptions = {
  ...staff,
  entryPoints: { desk: 'src/web/desk/main.tsx' },
  plugins: [onlyPhrases('desk'), laterScript('SECRET_FINDER', secretFinder)],
};

const editor: BuildOptions = {
  ...staff,
  entryPoints: { editor: 'src/web/editor/main.tsx' },
  plugins: [onlyPhrases('desk', 'editor', 'category')],
};

/** Files that are served as they are: from where to where in `dist/web`. */
const STATIC: readonly [from: string, to: string][] = [
  ['src/web/demo', 'demo'],
  ['src/web/desk/index.html', 'desk/index.html'],
  ['src/web/editor/index.html', 'editor/index.html'],
  ['src/web/help/help.css', 'help.css'],
  ['src/web/shared/icon.svg', 'icon.svg'],
];

/** Hash of everything that goes into a bundle, so that a build is skipped exactly when it would change nothing. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = globSync(['src/web/**/*', 'src/protocol/**/*', 'src/domain/**/*', 'src/secrets/**/*', 'src/locales/*.json', 'package-lock.json', 'scripts/build-web*.ts'], { cwd: root })
    .filter((file) => /\.\w+$/.test(file) && !file.includes('.test.')).sort();
  for (const file of sources) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

export async function buildWeb({ force }: { force: boolean }): Promise<'built' | 'fresh'> {
  const stamp = join(out, '.fingerprint');
  const wanted = fingerprint();
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'fresh';
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await Promise.all([build(widget), build(desk), build(editor)]);
  for (const [from, to] of STATIC) cpSync(join(root, from), join(out, to), { recursive: true });
  writeFileSync(stamp, wanted);
  return 'built';
}

if (import.meta.main) {
  const result = await buildWeb({ force: !process.argv.includes('--if-stale') });
  if (result === 'built') console.log('front-ends built into dist/web');
}
