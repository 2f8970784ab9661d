/** `npm run sbom`: what is shipped, as CycloneDX in dist/sbom.cdx.json, from the lock file; no network is needed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 });
if (status !== 0) {
  console.error(`the list could not be made: ${stderr}`);
  process.exit(1);
}
const { components, specVersion } = JSON.parse(stdout);
mkdirSync(`${root}/dist`, { recursive: true });
writeFileSync(`${root}/dist/sbom.cdx.json`, stdout);
console.log(`dist/sbom.cdx.json: ${components.length} packages, CycloneDX ${specVersion}`);
