import { CircleHelp, Search, X } from 'lucide-react';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Input, Popover, SearchField as Field } from 'react-aria-components';
import { OPERATORS, type Operator } from '../../../domain/search/parse-query.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { withOperator } from './edit-query.ts';

interface SearchFieldProps {
  readonly query: string;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Id of what says what is wrong with the query; undefined where nothing is. */
  readonly problemId: string | undefined;
  readonly onChange: (query: string) => void;
  /** Enter: what was written is meant. */
  readonly onSubmit: () => void;
  /** Arrow down: on to the results. */
  readonly onDown: () => void;
}

/** Longest query that the server takes. */
const MAX_LENGTH = 500;

const EXAMPLES: Readonly<Record<Operator, string>> = {
  agent: 'agent:me', team: 'team:payments', intent: 'intent:deposit_problem', language: 'language:zh-CN', urgency: 'urgency:critical',
  status: 'status:open', after: 'after:2026-11-01', before: 'before:7d', contact: 'contact:…', case: 'case:7K3M-92QX',
};

/** Where a search is written; what can be written is one press away. */
export function SearchField({ query, input, problemId, onChange, onSubmit, onDown }: SearchFieldProps) {
  const { t } = usePreferences();
  const field = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  }
  return (
    <div className="search-field-row" ref={field}>
      <Field className="search-field" aria-label={t('search.label')} value={query} onChange={onChange} onSubmit={onSubmit} maxLength={MAX_LENGTH} isInvalid={problemId !== undefined} validationBehavior="aria">
        <Search size={16} aria-hidden />
        <Input
          ref={input} placeholder={t('search.placeholder')} autoComplete="off" autoCapitalize="none" spellCheck={false} dir="auto"
          onKeyDown={onKeyDown} {...(problemId === undefined ? {} : { 'aria-describedby': problemId })}
        />
        {query !== '' && <Button className="button search-clear" data-kind="quiet" data-icon-only aria-label={t('search.clear')}><X size={16} aria-hidden /></Button>}
      </Field>
      <DialogTrigger>
        <Button className="button" data-kind="quiet" data-icon-only aria-label={t('search.help.label')}><CircleHelp size={16} aria-hidden /></Button>
        <Popover className="popover search-help" placement="bottom end" offset={4}>
          <Dialog className="search-help-words">
            {({ close }) => (
              <>
                <Heading slot="title">{t('search.help.title')}</Heading>
                <ul className="search-help-list">
                  {(['words', 'exact', 'code', 'ending'] as const).map((way) => <li key={way}><code>{t(`search.help.${way}.example`)}</code><span>{t(`search.help.${way}.words`)}</span></li>)}
                </ul>
                <h3>{t('search.help.operators')}</h3>
                <ul className="search-help-list">
                  {OPERATORS.map((operator) => (
                    <li key={operator}>
                      <Button className="search-operator" onPress={() => { close(); onChange(withOperator(query, operator)); setTimeout(() => { input.current?.focus(); }); }}>
                        <code>{EXAMPLES[operator]}</code>
                      </Button>
                      <span>{t(`search.help.of.${operator}`)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
