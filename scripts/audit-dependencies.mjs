/**
 * Known weaknesses of what is shipped: `npm audit` of everything but what only developers need. Fails where one
 * is high or critical. Where no registry answers there is nothing to compare with: that is said, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_MS = 60_000;
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=20000'], { cwd: root, encoding: 'utf8', timeout: LONGEST_MS, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 });

let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = {};
}
const counts = report.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log(`dependencies are not audited: no registry answered${report.message ? ` (${report.message})` : ''}`);
} else {
  console.log(`dependencies: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate and ${counts.low} low known weaknesses`);
  for (const { name, severity, range, fixAvailable } of Object.values(report.vulnerabilities ?? {})) console.log(`  ${severity}: ${name} ${range}${fixAvailable ? '; a newer one is mended' : ''}`);
  if (counts.critical + counts.high > 0) process.exitCode = 1;
}
