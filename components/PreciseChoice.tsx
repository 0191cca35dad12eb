import { type MessageKey, t } from '../lib/i18n';
import type { NetworkId } from '../lib/model/vocabulary';

export interface PreciseLine {
  id: NetworkId;
  /** Host patterns that the browser will ask about. */
  hosts: string[];
  on: boolean;
}

interface Props {
  /** Null until it is known. */
  networks: PreciseLine[] | null;
  onPrecise: (id: NetworkId, on: boolean) => void;
}

const hostOf = (pattern: string) => pattern.replace(/^\*:\/\/(?:\*\.)?/, '').replace(/\/\*$/, '');

/** Precise mode, one network at a time: what it does and what it does not, before the browser asks for the permission. */
export function PreciseChoice({ networks, onPrecise }: Props) {
  return (
    <>
      <h2>{t('precise')}</h2>
      <p>{t('precise_words')}</p>
      <ul>
        <li>{t('precise_does')}</li>
        <li>{t('precise_asks')}</li>
        <li>{t('precise_seen')}</li>
        <li>{t('precise_off')}</li>
      </ul>
      {networks?.map(({ id, hosts, on }) => (
        <label class="check" key={id}>
          <input type="checkbox" checked={on} onChange={(event) => onPrecise(id, event.currentTarget.checked)} />
          <span>
            {t(`network_${id}` as MessageKey)}
            <span class="brand-notes">{[...new Set(hosts.map(hostOf))].slice(0, 4).join(' · ')}</span>
          </span>
        </label>
      ))}
    </>
  );
}
