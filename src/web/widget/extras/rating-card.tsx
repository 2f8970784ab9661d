/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Drawing } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { ICON_PATHS } from './icon-paths.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
export const LONGEST_COMMENT = 2_000;

/** The rating at the end: a score, and in words what could be better. */
export function RatingCard({ given, onRate, onSkip }: { given: number | null; onRate: (score: number, comment: string) => void; onSkip: () => void }): JSX.Element {
  const { t, secrets } = useSurroundings();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // The field for words appears below the stars, where the log may end.
  useLayoutEffect(() => { if (score > 0) form.current?.scrollIntoView({ block: 'nearest' }); }, [score > 0]);
  if (given !== null) {
    return (
      <div class="rating told" role="status">
        <p class="stars" role="img" aria-label={t('rateScore', { score: given })}>
          {SCORES.map((value) => <Drawing key={value} path={ICON_PATHS.star} size={18} className={value <= given ? 'full' : ''} />)}
        </p>
        <p>{t('rateThanks')}</p>
      </div>
    );
  }
  const submit = (event: Event): void => {
    event.preventDefault();
    if (score > 0) onRate(score, comment.trim());
  };
  return (
    <form class="rating" ref={form} onSubmit={submit}>
      <fieldset>
        <legend>{t('rateTitle')}</legend>
        <div class="stars">
          {SCORES.map((value) => (
            <label key={value} class={value <= score ? 'star full' : 'star'}>
              <input type="radio" name="score" value={value} checked={value === score} aria-label={t('rateScore', { score: value })}
                onChange={() => { setScore(value); }} />
              <Drawing path={ICON_PATHS.star} size={28} />
            </label>
          ))}
        </div>
        <div class="scale" aria-hidden="true"><span>{t('rateWorst')}</span><span>{t('rateBest')}</span></div>
      </fieldset>
      {score > 0 && (
        <>
          <textarea class="field" rows={3} maxLength={LONGEST_COMMENT} dir={comment === '' ? undefined : 'auto'} aria-label={t('rateComment')} placeholder={t('rateComment')}
            value={comment} onFocus={secrets.prepare} onInput={(event) => { setComment(event.currentTarget.value); }} />
          <button type="submit" class="solid">{t('rateSend')}</button>
        </>
      )}
      {score === 0 && <button type="button" class="quiet" onClick={onSkip}>{t('rateSkip')}</button>}
    </form>
  );
}
