import { type MessageKey, t } from '../lib/i18n';
import type { PreciseSite } from '../lib/precise-sites';
import { PreciseServer } from './PreciseServer';

export interface PreciseLine extends PreciseSite {
  on: boolean;
}

interface Props {
  /** Null until it is known. */
  sites: PreciseLine[] | null;
  onPrecise: (site: PreciseSite, on: boolean) => void;
  /** Servers that accounts were captured on. */
  known: readonly string[];
}

const hostOf = (pattern: string) => pattern.replace(/^\*?\w*:\/\/(?:\*\.)?/, '').replace(/\/\*$/, '');

/** Precise mode, one network or server at a time: what it does and what it does not, before the browser asks for the permission. */
export function PreciseChoice({ sites, onPrecise, known }: Props) {
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
      {sites?.map(({ on, ...site }) => (
        <label class="check" key={site.id}>
          <input type="checkbox" checked={on} onChange={(event) => onPrecise(site, event.currentTarget.checked)} />
          <span>
            {t(`network_${site.network}` as MessageKey)}
            <span class="brand-notes">{[...new Set(site.hosts.map(hostOf))].slice(0, 4).join(' · ')}</span>
          </span>
        </label>
      ))}
      {sites && (
        <PreciseServer
          known={known.filter((server) => !sites.some(({ id }) => id === server))}
          onServer={(site) => onPrecise(site, true)}
        />
      )}
    </>
  );
}
