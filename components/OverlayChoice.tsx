import { type MessageKey, t } from '../lib/i18n';
import type { NetworkId } from '../lib/model/vocabulary';

export interface OverlayLine {
  id: NetworkId;
  on: boolean;
}

interface Props {
  /** Null until it is known. */
  networks: OverlayLine[] | null;
  onOverlay: (id: NetworkId, on: boolean) => void;
}

/** Badges on posts, one network at a time, with the warning that pages can notice them. */
export function OverlayChoice({ networks, onOverlay }: Props) {
  return (
    <>
      <h2>{t('overlay')}</h2>
      <p>{t('overlay_words')}</p>
      <p class="warning">{t('overlay_seen')}</p>
      <ul>
        <li>{t('overlay_come')}</li>
        <li>{t('overlay_off')}</li>
      </ul>
      <fieldset class="networks">
        <legend class="sr-only">{t('overlay')}</legend>
        {networks?.map(({ id, on }) => (
          <label class="check" key={id}>
            <input type="checkbox" checked={on} onChange={(event) => onOverlay(id, event.currentTarget.checked)} />
            <span>{t(`network_${id}` as MessageKey)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
