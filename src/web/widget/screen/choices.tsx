/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SpokenMessage } from '../conversation/conversation-view.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** Articles to choose between. Once the conversation went on they only show what was chosen. */
export function Choices({ message: { choices, picked, latest } }: { message: SpokenMessage }): JSX.Element {
  const { t, locale, client } = useSurroundings();
  // One choice is enough, however slow the line and however often it is pressed.
  const [chosen, setChosen] = useState(false);
  return (
    <ul class="choices">
      {choices.map(({ articleId, title }) => (
        <li key={articleId}>
          {latest ? (
            <button type="button" class="choice" disabled={chosen} onClick={() => { setChosen(true); client.send({ type: 'message', text: title, choice: { articleId } }); }}>
              <span>{title}</span><Icon name="chevron" size={16} className="turns" />
            </button>
          ) : (
            <span class={`choice past ${picked === articleId ? 'picked' : ''}`}>
              <span>{title}</span>
              {picked === articleId && <><Icon name="check" size={16} /><span class="unseen" lang={locale}> ({t('choicesTaken')})</span></>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
