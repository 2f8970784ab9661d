import type { Assistant } from '../src/assistant/create-assistant.ts';
import type { Action, Intent } from '../src/domain/intents.ts';
import { DEFAULT_LOCALE, type Locale } from '../src/domain/locales.ts';
import { redactSecrets } from '../src/secrets/redact-secrets.ts';
import type { Urgency } from '../src/domain/urgencies.ts';

/** What the assistant would do with a first message; docs/evaluation-format.md. */
export interface Prediction {
  readonly id: string;
  readonly locale: Locale;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly action: Action;
  /** Best first, at most 5, whatever the action. */
  readonly articles: readonly { readonly id: string; readonly score: number }[];
  readonly reply: string;
  readonly ms: number;
}

export interface ExplainedPrediction extends Prediction {
  readonly reasons: readonly string[];
}

/** Only the id and the text of a case reach the assistant, so that labels cannot leak in. */
export async function predictCase(assistant: Pick<Assistant, 'consider'>, { id, text }: { id: string; text: string }): Promise<ExplainedPrediction> {
  const begun = performance.now();
  const redacted = redactSecrets(text);
  const { understood: { ranking }, understanding, verdict, locale, message } = await assistant.consider({ text: redacted.text, secrets: redacted.kinds }, DEFAULT_LOCALE);
  return {
    id, locale,
    intent: understanding.intent,
    urgency: understanding.urgency,
    action: verdict.action,
    articles: ranking.map(({ articleId, score }) => ({ id: articleId, score })),
    reply: message.text,
    ms: Math.round((performance.now() - begun) * 100) / 100,
    reasons: [...understanding.reasons, ...verdict.reasons],
  };
}
