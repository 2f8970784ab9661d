import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CHROMIUM } from '../clients/chromium.ts';

export { launchBrowser } from '../clients/chromium.ts';
export { nextCode, signInTo } from '../clients/sign-in.ts';

/**
 * `describe` for tests that need Chromium. Without one the tests are left out with a line that says
 * so; with `CI` set that is a failure.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (CHROMIUM === undefined && process.env['CI'] === undefined) {
    console.warn(`not run: ${name}. It needs Chromium: apt-get install chromium`);
    describe.skip(name, tests);
  } else {
    describe(name, tests);
  }
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Half faded in, a text has less contrast than it will have: waits for what moves and ends, shadow roots included. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots = [document, ...Array.from(document.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot ?? [])].flat();
    const ending = roots.flatMap((root) => root.getAnimations()).filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe finds serious or critical on the page once it has come to rest, shadow roots included, one line each. */
export async function findAccessibilityProblems(page: Page): Promise<string[]> {
  await comeToRest(page);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>('axe.run()');
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} (${failureSummary.replace(/\s+/g, ' ')})`).join(' | ')}`);
}

/** Saves a picture for people to look at: `SCREENSHOTS=1 npm test -- e2e` writes them to test-results/. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return;
  const folder = fileURLToPath(new URL('../../test-results', import.meta.url));
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
