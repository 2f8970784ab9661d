import { Bot, User } from 'lucide-react';
import { initialsOf } from './initials.ts';

/** Who speaks: a person by initials, the assistant and the contact by a sign. Decorative; the name stands beside it. */
export function Avatar(props: { of: 'contact' | 'assistant' } | { of: 'agent'; name: string }) {
  return (
    <span className="avatar" data-of={props.of} data-initials={props.of === 'agent' ? initialsOf(props.name) : undefined} aria-hidden>
      {props.of === 'contact' && <User size={14} />}
      {props.of === 'assistant' && <Bot size={14} />}
    </span>
  );
}
