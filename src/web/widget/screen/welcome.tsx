/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { WidgetConfig } from '../connection/fetch-config.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** How many of the most asked questions are offered. */
const MOST_SUGGESTIONS = 4;

/** Before the first message: a greeting and the questions that most people come with. */
export function Welcome({ suggestions }: { suggestions: WidgetConfig['suggestions'] }): JSX.Element {
  const { t, exchangeName, client } = useSurroundings();
  return (
    <div class="log-frame"><div class="log welcome" tabIndex={0} role="region" aria-label={t('greeting')}>
      <h2>{t('greeting')}</h2>
      <p>{t(suggestions.length > 0 ? 'greetingText' : 'greetingPlain')}</p>
      {suggestions.length > 0 && (
        <ul class="suggestions" aria-label={t('suggestions')}>
          {suggestions.slice(0, MOST_SUGGESTIONS).map(({ articleId, title }) => (
            <li key={articleId}>
              <button type="button" class="choice" onClick={() => { client.send({ type: 'message', text: title, choice: { articleId } }); }}>
                <span>{title}</span><Icon name="chevron" size={16} className="turns" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="never-share"><Icon name="lock" size={16} /><span>{t('neverShare', { exchange: exchangeName })}</span></p>
    </div></div>
  );
}
