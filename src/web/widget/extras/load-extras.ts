import type { Extras } from './extras.ts';
import { LENT } from './lent.ts';

/** Where the extras stand as seen from widget.js; scripts/build-web.ts writes it in, with the hash of the content. */
declare const EXTRAS: string;

/** What `extras.ts` exports once it is built. */
interface ExtrasModule {
  /** Added by the build: gives it what the first script has already (build-web-plugins.ts). */
  receive(lent: typeof LENT): void;
  createExtras(): Extras;
}

/** What most contacts never need, in a script of its own. */
export interface ExtrasLoader {
  /** Undefined until it is here. */
  readonly now: () => Extras | undefined;
  /** Fetches it, once; asked again after a failure, once more. Rejects where it cannot be had. */
  load(): Promise<Extras>;
}

/** @param adopt puts a style sheet to the widget's own. */
export function createExtrasLoader(scriptUrl: string, adopt: (styles: string) => void, importIt: (url: string) => Promise<unknown> = (url) => import(url)): ExtrasLoader {
  let here: Extras | undefined;
  let loading: Promise<Extras> | undefined;
  let attempts = 0;

  async function fetchThem(): Promise<Extras> {
    // Browsers remember that an address failed; the fragment makes it another one, and is not sent.
    const loaded = await importIt(`${new URL(EXTRAS, scriptUrl).href}#${attempts++}`) as ExtrasModule;
    loaded.receive(LENT);
    const extras = loaded.createExtras();
    adopt(extras.styles);
    here = extras;
    return extras;
  }

  return {
    now: () => here,
    load: () => loading ??= fetchThem().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }),
  };
}
