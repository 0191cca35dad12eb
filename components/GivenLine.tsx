import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import { LONGEST_TEXT } from '../lib/model/answers';
import { CheckedField } from './CheckedField';
import { Icon } from './Icon';

interface Props {
  label: string;
  /** What to do when the field is empty. */
  error: string;
  hint?: string;
  action: string;
  onAdd: (text: string) => void;
}

/** One more line of a list. */
export function GivenLine({ label, error, hint, action, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  return (
    <form
      class="given-new"
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.trim();
        setEmpty(!text);
        if (!text) return;
        onAdd(text);
        setTyped('');
      }}
    >
      <CheckedField
        label={label}
        error={empty ? error : null}
        hint={hint}
        input={{ value: typed, maxLength: LONGEST_TEXT, autoComplete: 'off', onInput: (event) => setTyped(event.currentTarget.value) }}
      />
      <button type="submit">
        <Icon name="add" /> {action}
      </button>
    </form>
  );
}

/** The way to take one of a list away. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" class="icon-button" onClick={onRemove}>
      <Icon name="remove" label={label} />
    </button>
  );
}

/** How many of a list there may be: said where no more fit. */
export const Full = ({ most }: { most: number }) => <p class="muted">{t('given_full', most)}</p>;
