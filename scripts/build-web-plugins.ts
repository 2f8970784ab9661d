/** What esbuild does not do by itself for our front-ends. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform, type BuildOptions, type Plugin } from 'esbuild';

/** Style sheets as minified text, for a shadow tree's `adoptedStyleSheets`. */
export const cssAsText: Plugin = {
  name: 'css-as-text',
  setup(building) {
    building.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target: building.initialOptions.target ?? 'esnext' });
      return { contents: code, loader: 'text' };
    });
  },
};

const MARKED = fileURLToPath(import.meta.resolve('marked'));

/**
 * Of marked the widget uses the lexer, with the options of `src/web/shared/markdown.ts`, and nothing else.
 * Each step leaves out what can then not run: a ready-made instance at the end of the module that keeps
 * the parser and the renderer, the grammar of Markdown's first years (`pedantic`), and what extensions
 * hook into. With the long names of its patterns that is 4 KB gzipped of the widget's 40.
 */
const WITHOUT: readonly [what: string, pattern: RegExp, replacement: string][] = [
  ['the instance and the exports', /;var \w+=new \w+;function (?:(?!export\{)[\s\S])*export\{.*?(\w+ as Lexer)\b[^}]*\};/, ';export{$1};'],
  // Patterns are put together by calls, which esbuild keeps until it is told that they do nothing else.
  ['calls for patterns', /([=:])g\(/g, '$1/* @__PURE__ */g('],
  ['the pedantic blocks', /,pedantic:nt\}/, '}'],
  ['the pedantic inlines', /,pedantic:Dt\}/, '}'],
  ['what they spread', /\b(nt|Dt)=\{\.\.\.\w+,/g, '$1={'],
  ['options that are on', /this\.options\.(?:gfm|breaks)\b/g, '!0'],
  ['options that are off', /this\.options\.(?:pedantic|silent)\b/g, '!1'],
  ['options that are not given', /this\.options\.(?:extensions|hooks)\b/g, '(void 0)'],
];

/** Keys of patterns, and of functions that make them. */
const NAME_OF_PATTERN = /[{,](\w{9,}):(?=\/|\w+=>new RegExp|D\()/g;

export const lexerOfMarked: Plugin = {
  name: 'lexer-of-marked',
  setup(building) {
    const names = Array.from(readFileSync(MARKED, 'utf8').matchAll(NAME_OF_PATTERN), ([, name]) => name);
    building.initialOptions.mangleProps = new RegExp(`^(?:${names.join('|')})$`);
    building.onLoad({ filter: /marked\.esm\.js$/ }, ({ path }) => {
      const errors: { text: string }[] = [];
      const contents = WITHOUT.reduce((source, [what, pattern, replacement]) => {
        const shorter = source.replace(pattern, replacement);
        // An update of marked may be written otherwise: then this must be found anew.
        if (shorter === source) errors.push({ text: `${path}: ${what} look different from what scripts/build-web-plugins.ts expects` });
        return shorter;
      }, readFileSync(path, 'utf8'));
      return { contents, loader: 'js', errors };
    });
  },
};

const IMPORT = /^import (?:type )?\{ ([^}]+) \} from '([^']+)';$/gm;

/**
 * For a script that is loaded into another: the modules that `lender` imports are not bundled again. What
 * they export is left open, and the other script gives it by the export `receive`, which this adds, before
 * anything else of the script is called.
 */
export function borrowFrom(lender: string): Plugin {
  return {
    name: 'borrow-from',
    setup(building) {
      const folder = building.initialOptions.absWorkingDir ?? process.cwd();
      const file = join(folder, lender);
      const lent = Array.from(readFileSync(file, 'utf8').matchAll(IMPORT), ([, names = '', path = '']) => ({ names: names.split(', '), path }));
      const sources = new Set(lent.map(({ path }) => (path.startsWith('.') ? resolve(dirname(file), path) : path)));
      const names = lent.flatMap((one) => one.names).join(', ');
      building.onResolve({ filter: /.*/ }, ({ path, resolveDir, namespace }) => {
        const asked = path.startsWith('.') ? resolve(resolveDir, path) : path;
        return namespace === 'file' && sources.has(asked) || path === 'borrowed' ? { path: 'borrowed', namespace: 'borrowed' } : undefined;
      });
      building.onLoad({ filter: /.*/, namespace: 'borrowed' }, () => ({
        contents: `export let ${names};\nexport function receive(lent) { ({ ${names} } = lent); }`, loader: 'js',
      }));
      const [entry] = Object.values(building.initialOptions.entryPoints as Record<string, string>);
      const path = join(folder, entry ?? '');
      building.onLoad({ filter: new RegExp(`${basename(path).replaceAll('.', '\\.')}$`) }, (asked) => (asked.path === path
        ? { contents: `${readFileSync(path, 'utf8')}\nexport { receive } from 'borrowed';\n`, loader: 'ts', resolveDir: dirname(path) }
        : undefined));
    },
  };
}

/**
 * Builds a script that is loaded when it is wanted, and tells the building one its address, relative to
 * itself, as a constant: a script that an exchange's page embeds cannot be split by esbuild.
 */
export function laterScript(constant: string, options: BuildOptions): Plugin {
  return {
    name: 'later-script',
    async setup(building) {
      const { initialOptions } = building;
      const { metafile = { outputs: {} } } = await build({ ...options, metafile: true, write: initialOptions.write ?? true });
      const address = Object.keys(metafile.outputs).find((file) => file.endsWith('.js')) ?? '';
      initialOptions.define = { ...initialOptions.define, [constant]: JSON.stringify(relative(initialOptions.outdir ?? '', address)) };
    },
  };
}
