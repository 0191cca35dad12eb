import { useEffect, useState } from 'preact/hooks';

interface Props {
  value: string;
  /** Taken when the field is left or Enter is pressed, trimmed. */
  onName: (name: string) => void;
  /** Whether it may be emptied; otherwise the former name comes back. */
  optional?: boolean;
  label: string;
  /** The label stands before the field; otherwise it is said to screen readers alone. */
  labelled?: boolean;
  placeholder?: string;
  /** Letters that it may have. */
  longest?: number;
  list?: string;
}

/** A name that is changed as a whole: what is being typed stays, though the view is drawn anew meanwhile. */
export function NameInput({ value, onName, optional = false, label, labelled = false, placeholder, longest = 120, list }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  // Once taken it stands here until the store has it too.
  useEffect(() => setDraft(null), [value]);
  return (
    <label>
      <span class={labelled ? undefined : 'sr-only'}>{label}</span>
      <input
        value={draft ?? value}
        maxLength={longest}
        placeholder={placeholder}
        list={list}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          if (name || optional) onName(name);
          else setDraft(null);
        }}
      />
    </label>
  );
}
