import type { SecretFinder } from './secret-check.ts';

/** Where the finder stands as seen from widget.js; scripts/build-web.ts writes it in, with the hash of the content. */
declare const SECRET_FINDER: string;

/**
 * `import()` rather than a script element: it carries on the nonce of the embedding tag, and needs no
 * permission of Trusted Types. Relative to our own script, wherever an exchange has put that.
 */
export function createLoadFinder(scriptUrl: string): () => Promise<SecretFinder> {
  let attempts = 0;
  // Browsers remember that an address failed; the fragment makes it another one, and is not sent.
  return () => import(`${new URL(SECRET_FINDER, scriptUrl).href}#${attempts++}`) as Promise<SecretFinder>;
}
