import type { FoundSecret } from '../../../domain/secrets.ts';
import { browserNetwork, type Network } from '../../shared/network.ts';

/** A text with markers in the places of its secrets, and where they stood in the original. */
export interface Redaction {
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
}

/** `src/secrets/find-secrets.ts`, which comes as a script of its own: with its word lists it is three times the widget. */
export interface SecretFinder {
  redact(text: string): Redaction;
}

/** Looks for secrets in what the contact wrote, before it leaves the page or is written down. */
export interface SecretCheck {
  /** The contact is about to write, or writes. Whatever there is to do for it waits for a pause in the typing. */
  prepare(): void;
  /** Undefined while the finder is not here. */
  redact(text: string): Redaction | undefined;
  /** Calls back once: now where the finder is here, else when it has come or cannot be had, at the latest after WAIT_MS. */
  check(text: string, then: (redaction: Redaction | undefined) => void): void;
}

/** What a message waits for its check, ms. Longer would cost more than it saves, since the server looks as well. */
export const WAIT_MS = 1_500;
/** So long nobody has typed, ms. */
export const PAUSE_MS = 200;
/** Where the script is blocked, every further request for it would be a line in the page's console. */
const MOST_FAILURES = 3;
/** Each makes the finder build some of its tables, which takes 60 ms on a desk and several times that on a phone. */
const WARM_UPS = ['', 'a'];

export function createSecretCheck(load: () => Promise<SecretFinder>, { after }: Pick<Network, 'after'> = browserNetwork): SecretCheck {
  let finder: SecretFinder | undefined;
  let loading: Promise<void> | undefined;
  let failures = 0;
  let warmUps = 0;
  let cancel = (): void => {};

  function begin(): Promise<void> {
    return loading ??= load().then((loaded) => { finder = loaded; }, () => {
      loading = undefined;
      failures += 1;
    });
  }

  /** One step a pause, so that no key ever waits for two. */
  function step(): void {
    if (!finder) {
      if (failures < MOST_FAILURES) void begin().then(() => { if (finder) prepare(); });
    } else if (warmUps < WARM_UPS.length) {
      redact(WARM_UPS[warmUps++] ?? '');
      prepare();
    }
  }

  function prepare(): void {
    cancel();
    cancel = after(PAUSE_MS, step);
  }

  function redact(text: string): Redaction | undefined {
    try {
      return finder?.redact(text);
    } catch {
      // An error in the finder must not keep anybody from asking for help.
      return undefined;
    }
  }

  return {
    prepare, redact,
    check(text, then) {
      let open = true;
      const finish = (): void => {
        if (!open) return;
        open = false;
        stop();
        then(redact(text));
      };
      const stop = finder ? () => {} : after(WAIT_MS, finish);
      if (finder) finish();
      else void begin().then(finish);
    },
  };
}
