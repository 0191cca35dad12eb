import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';

interface Props {
  words: string;
  /** What has to be typed; without it a click is enough. */
  word?: string;
  action: string;
  onErase: () => void;
  onCancel: () => void;
}

/** Says what goes before it goes; what is worth most asks for a typed word. */
export function EraseBox({ words, word, action, onErase, onCancel }: Props) {
  const [typed, setTyped] = useState('');
  const ready = word === undefined || typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
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
      <p>{words}</p>
      {word !== undefined && (
        <label>
          <span>{t('type_word', word)}</span>
          <input value={typed} autoComplete="off" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
      )}
      <div class="tools">
        <button type="submit" class="danger" disabled={!ready}>
          {action}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
