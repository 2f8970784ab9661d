import { Label, Radio, RadioGroup } from 'react-aria-components';

interface CardChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: T; readonly name: string; readonly words: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, each with what it means. */
export function CardChoice<T extends string>({ label, choices, value, onChange }: CardChoiceProps<T>) {
  return (
    <RadioGroup className="card-choice" value={value} onChange={(key) => { onChange(key as T); }}>
      <Label className="field-label">{label}</Label>
      <div className="card-choices">
        {choices.map(({ id, name, words }) => (
          <Radio key={id} value={id} className="choice-card"><span><span className="choice-name">{name}</span>{words}</span></Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
