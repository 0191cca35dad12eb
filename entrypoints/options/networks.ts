import type { NetworkLine } from '../../components/Methods';
import { INTERACTIONS } from '../../lib/benchmark/interactions';
import { formatChoice, formatList, t } from '../../lib/i18n';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import { networkFacts } from '../../lib/networks/facts';

/** Names of all networks, by id: a capture may be older or newer than the list of those that are read. */
export const networkNames: Record<string, string> = Object.fromEntries(NETWORK_IDS.map((id) => [id, t(`network_${id}`)]));

/** "X, YouTube or Bluesky": the networks that are read. */
export const networksRead = () => formatChoice(networkFacts.filter(({ id }) => id !== 'web').map(({ name }) => name));

/** "lumen on X". */
export function accountName(key: string): string {
  const [network = '', ...handle] = key.split(':');
  return t('account_on', handle.join(':'), networkNames[network] ?? network);
}

const SHARES = { reposts: 'shares_alone', 'reposts-and-quotes': 'shares_with_quotes', sends: 'shares_sends' } as const;

/** What the Methods page says of each network, from the code that reads it. */
export function networkLines(): NetworkLine[] {
  return networkFacts.map(({ id, name, version, shows, mayShow, sharesCount }) => {
    const interactions = formatList(INTERACTIONS[id].map((metric) => t(`metric_${metric}`)));
    const shares = t(sharesCount ? SHARES[sharesCount] : 'shares_none');
    return { id, name, version, shows, mayShow, interactions, shares };
  });
}
