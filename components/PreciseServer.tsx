import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import { type PreciseSite, serverIn, serverSite } from '../lib/precise-sites';
import { CheckedField } from './CheckedField';

interface Props {
  /** Servers to choose from; any other may be typed. */
  known: readonly string[];
  onServer: (site: PreciseSite) => void;
}

/** One more server of a network that anybody may run. */
export function PreciseServer({ known, onServer }: Props) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="given-new"
      onSubmit={(event) => {
        event.preventDefault();
        const server = serverIn(typed);
        setWrong(server === null);
        if (server === null) return;
        onServer(serverSite(server));
        setTyped('');
      }}
    >
      <CheckedField
        label={t('precise_server')}
        error={wrong ? t('precise_no_server') : null}
        hint={t('precise_server_words')}
        input={{
          value: typed,
          list,
          maxLength: 300,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellcheck: false,
          onInput: (event) => {
            setWrong(false);
            setTyped(event.currentTarget.value);
          },
        }}
      />
      <datalist id={list}>
        {known.map((server) => (
          <option value={server} key={server} />
        ))}
      </datalist>
      <button type="submit">{t('precise_server_on')}</button>
    </form>
  );
}
