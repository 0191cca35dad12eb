import type { Network } from '../networks/network';

/** The reader that knows the page this script runs in: the only one for a network's own hosts; on any other host the first that recognises the document. */
export function fitting([first, ...others]: [Network, ...Network[]]): Network {
  const knows = (network: Network) => {
    try {
      return network.surface(new URL(location.href), document) !== null;
    } catch {
      return false;
    }
  };
  return [first, ...others].find((network, index) => index === others.length || knows(network)) ?? first;
}
