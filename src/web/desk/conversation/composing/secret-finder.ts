import type { FoundSecret } from '../../../../domain/secrets.ts';

/** Where the finder stands as seen from our scripts; scripts/build-web.ts writes it in, with the hash of the content. */
declare const SECRET_FINDER: string;

/** `src/secrets/find-secrets.ts`: a script of its own, with its word lists, that the widget fetches as well. */
export interface SecretFinder {
  redact(text: string): { readonly text: string; readonly secrets: readonly FoundSecret[] };
}

let loading: Promise<SecretFinder | undefined> | undefined;

/** Undefined where the script cannot be had; the server looks in any case. */
export function loadSecretFinder(): Promise<SecretFinder | undefined> {
  return loading ??= (import(new URL(SECRET_FINDER, import.meta.url).href) as Promise<SecretFinder>).catch(() => {
    loading = undefined;
    return undefined;
  });
}
