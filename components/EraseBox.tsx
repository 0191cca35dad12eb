import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';

interface Props {
  title?: string;
  words: string;
  /** What has to be typed. */
  word: string;
  action: string;
  onErase: () => void;
  onCancel?: () => void;
}

/** Something that cannot be taken back: asks for a typed word. */
export function EraseBox({ title, words, word, action, onErase, onCancel }: Props) {
  const [typed, setTyped] = useState('');
  const ready = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return (
    <form
      class="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        setTyped('');
        onErase();
      }}
    >
      {title && <h2>{title}</h2>}
      <p>{words}</p>
      <label>
        <span>{t('type_word', word)}</span>
        <input value={typed} autoComplete="off" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button type="submit" class="danger" disabled={!ready}>
        {action}
      </button>
      {onCancel && (
        <button type="button" class="quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </form>
  );
}
