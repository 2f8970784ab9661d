import { LifeBuoy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { STAFF_LANGUAGES } from '../preferences/preferences.ts';
import { LOCALES } from '../../../domain/locales.ts';

/** The frame of every page before the workspace: one card, and the language below it. */
export function Gate({ title, words, children }: { title: string; words?: string; children?: ReactNode }) {
  const { preferences: { language }, change } = usePreferences();
  return (
    <main className="gate">
      <div>
        <div className="gate-card">
          <Wordmark />
          <div className="gate-head">
            <h1>{title}</h1>
            {words && <p>{words}</p>}
          </div>
          {children}
        </div>
        <div className="gate-foot">
          {STAFF_LANGUAGES.map((each) => (
            <button key={each} type="button" lang={each} className="button" data-kind="quiet" aria-pressed={each === language} onClick={() => { change({ language: each }); }}>
              {LOCALES[each].name}
            </button>
          ))}
        </div>
      </div>
    </main>
  );
}

export function Wordmark() {
  return <span className="wordmark"><LifeBuoy size={18} aria-hidden />Vigil</span>;
}

/** What went wrong with what was sent, read aloud when it appears. */
export function GateAlert({ words }: { words: string | null }) {
  return <div role="alert">{words && <p className="gate-alert"><TriangleAlert size={16} aria-hidden /><span>{words}</span></p>}</div>;
}
