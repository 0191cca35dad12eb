import type { NetworkLine } from '../../components/Methods';
import { INTERACTIONS } from '../../lib/benchmark/interactions';
import { formatList, t } from '../../lib/i18n';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import { networks } from '../../lib/networks';

/** Names of all networks, by id: a capture may be older or newer than the list of those that are read. */
export const networkNames: Record<string, string> = Object.fromEntries(NETWORK_IDS.map((id) => [id, t(`network_${id}`)]));

/** "X, Bluesky and YouTube": the networks that are read. */
export const networksRead = () => formatList(networks.map(({ name }) => name));

/** Networks whose share button counts reposts and quotes together. */
const WITH_QUOTES: ReadonlySet<string> = new Set(['bluesky', 'threads', 'mastodon']);

/** What the Methods page says of each network, from the code that reads it. */
export function networkLines(): NetworkLine[] {
  return networks.map(({ id, name, version, shows }) => {
    const printed = Object.values(shows).some((metrics) => metrics?.includes('shares'));
    return {
      id,
      name,
      version,
      shows,
      interactions: formatList(INTERACTIONS[id].map((metric) => t(`metric_${metric}`))),
      shares: t(!printed ? 'shares_none' : WITH_QUOTES.has(id) ? 'shares_with_quotes' : 'shares_alone'),
    };
  });
}
