import { useEffect, useState } from 'react';
import type { SecretKind } from '../../../../domain/secrets.ts';
import { loadSecretFinder, type SecretFinder } from './secret-finder.ts';

/** What a text holds that must not be kept, and the text without it. */
export interface FoundSecrets {
  readonly text: string;
  readonly kinds: readonly SecretKind[];
  readonly redacted: string;
}

export interface SecretCheck {
  /** Of the text as it was at the last pause; null where nothing was found. */
  readonly found: FoundSecrets | null;
  /** Looks at once. True where something is found that the agent has not been told of yet; then they are. */
  warn(text: string): boolean;
}

const PAUSE_MS = 300;

/** Looks at what an agent writes whenever they pause: they copy what contacts tell them. */
export function useSecretCheck(text: string): SecretCheck {
  const [finder, setFinder] = useState<SecretFinder | null>(null);
  const [found, setFound] = useState<FoundSecrets | null>(null);
  useEffect(() => {
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    const timer = setTimeout(() => {
      void loadSecretFinder().then((loaded) => {
        if (!loaded) return;
        setFinder(loaded);
        setFound(lookWith(loaded, text));
      });
    }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [text]);
  return {
    found,
    warn(now) {
      if (!finder || found?.text === now) return false;
      const looked = lookWith(finder, now);
      setFound(looked);
      return looked !== null;
    },
  };
}

function lookWith(finder: SecretFinder, text: string): FoundSecrets | null {
  const { text: redacted, secrets } = finder.redact(text);
  return secrets.length === 0 ? null : { text, redacted, kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
