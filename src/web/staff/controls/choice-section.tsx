import { Check } from 'lucide-react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';

interface ChoiceSectionProps {
  readonly title: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One choice of several, inside a menu. */
export function ChoiceSection({ title, choices, chosen, onChoose }: ChoiceSectionProps) {
  return (
    <MenuSection
      className="menu-section"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => { if (keys !== 'all') onChoose(String([...keys][0])); }}
    >
      <Header className="menu-section-title">{title}</Header>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} id={id} className="menu-item" textValue={name}>
          {name}{id === chosen && <Check className="menu-mark" size={16} aria-hidden />}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
