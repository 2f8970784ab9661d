/** Jest transformer: TypeScript and JSX to ES modules through esbuild, the same tool that bundles the front-ends. */
const { transformSync, version } = require('esbuild');
const { createHash } = require('node:crypto');

module.exports = {
  getCacheKey: (source, path) => createHash('sha256').update([version, path, source].join('\0')).digest('hex'),
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      sourcemap: 'inline',
      sourcefile: path,
    });
    return { code, map };
  },
};
