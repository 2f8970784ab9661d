/** @jsxImportSource preact */
import { render } from 'preact';
import { createTranslate } from '../../shared/phrases.ts';
import { browserNetwork } from '../../shared/network.ts';
import { createContactLink } from '../connection/contact-link.ts';
import { createContactMemory } from '../connection/contact-memory.ts';
import { createConversationClient, type ConversationClientOptions } from '../connection/conversation-client.ts';
import type { WidgetConfig } from '../connection/fetch-config.ts';
import { createLaterLink } from '../connection/later-link.ts';
import type { Link } from '../connection/link.ts';
import { createTolerantStorage } from '../connection/tolerant-storage.ts';
import { LONGEST_MESSAGE } from '../conversation/longest-message.ts';
import { createExtrasLoader, type ExtrasLoader } from '../extras/load-extras.ts';
import { App } from '../screen/app.tsx';
import type { Surroundings } from '../screen/surroundings.ts';
import { createLoadFinder } from '../secrets/load-finder.ts';
import { createSecretCheck } from '../secrets/secret-check.ts';
import { createId } from './create-id.ts';
import { createDraft } from './draft.ts';
import { createHost, type Host } from './host-element.ts';
import { loadConfig } from './load-config.ts';
import { regionOf, timeZoneOf } from './region.ts';
import { readScriptOptions } from './script-options.ts';

/** What the page may call. */
export interface VigilApi {
  open(): void;
  close(): void;
  /** Opens the widget and asks in the contact's name. */
  ask(text: string): void;
}

/** As the protocol has it. */
const LONGEST_PATH = 500;

/** Puts the widget on the page. It shows itself as soon as it knows its words, which may be from the last visit. */
export function startWidget(script: HTMLScriptElement): void {
  const options = readScriptOptions({
    scriptUrl: script.src, dataset: { ...script.dataset },
    pageLanguage: document.documentElement.lang, languages: navigator.languages,
  });
  const { base } = options;
  const lasting = createTolerantStorage(() => window.localStorage);
  const ofTab = createTolerantStorage(() => window.sessionStorage);
  const memory = createContactMemory(lasting, base);
  const secrets = createSecretCheck(createLoadFinder(script.src));
  const place = { ...regionOf([navigator.language, ...navigator.languages]), ...timeZoneOf() };
  const host = whenBodyExists().then((): Host => createHost(options));
  const extras = createExtrasLoader(script.src, (styles) => { void host.then(({ adopt }) => { adopt(styles); }); });
  let config: WidgetConfig | undefined;
  const client = createConversationClient({
    memory, createId, now: Date.now,
    pageContext: () => ({ page: location.pathname.slice(0, LONGEST_PATH), ...place, ...(config ? { locale: config.locale } : {}) }),
    openLink: (link) => openLink(base, extras, link),
  });
  const openKey = `vigil:${base}:panel`;
  const draft = createDraft({
    storage: ofTab, key: `vigil:${base}:draft`, redact: secrets.redact,
    // A phone's browser may end a page that it has hidden, and not say so.
    onLeave(keep) { for (const type of ['pagehide', 'visibilitychange']) window.addEventListener(type, keep); },
  });
  let open = ofTab.get(openKey) === 'open';
  let openedNow = false;
  let draw = (): void => {};

  function setOpen(next: boolean): void {
    open = openedNow = next;
    ofTab.set(openKey, next ? 'open' : '');
    if (next) client.start();
    draw();
  }

  (window as unknown as { Vigil: VigilApi }).Vigil = {
    open() { setOpen(true); },
    close() { setOpen(false); },
    ask(text) {
      setOpen(true);
      // Nobody is at the keyboard who could change it: secrets are taken out and the rest is sent.
      if (text.trim() !== '') secrets.check(text, (redaction) => {
        client.send({ type: 'message', text: (redaction?.text ?? text).trim().slice(0, LONGEST_MESSAGE), ...(redaction ? {} : { unchecked: true }) });
      });
    },
  };
  window.addEventListener('storage', ({ key }) => { client.storageChanged(key); });
  // A conversation that is going on, or words that were not sent, are gone back to without being asked.
  if (open || memory.openConversation() !== null || client.state().outbox.length > 0) client.start();

  void host.then(({ root, speak }) => {
    draw = () => {
      if (!config) return;
      const { locale, direction, exchangeName, suggestions } = config;
      const t = createTranslate(config.phrases, locale);
      const surroundings: Surroundings = { t, locale, direction, exchangeName, base, client, secrets, extras, token: memory.token, askPerson() { client.send({ type: 'message', text: t('askPersonText'), wish: 'person' }); } };
      render(<App surroundings={surroundings} suggestions={suggestions} memory={memory} draft={draft} open={open} openedNow={openedNow} setOpen={setOpen} />, root);
    };
    loadConfig({ base, locale: options.locale, storage: lasting, onConfig(loaded) {
      config = loaded;
      speak(loaded.locale, loaded.direction);
      draw();
    } });
  });
}

function openLink(base: string, extras: ExtrasLoader, ends: Parameters<ConversationClientOptions['openLink']>[0]): Link {
  return createContactLink({
    socketUrl: `${base.replace(/^http/, 'ws')}/ws/contact`, ...ends,
    openPollLink: (polling) => createLaterLink(() => extras.load().then(({ openPollLink }) => () => openPollLink(base, polling)), browserNetwork),
  });
}

function whenBodyExists(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => { resolve(); });
    else resolve();
  });
}
