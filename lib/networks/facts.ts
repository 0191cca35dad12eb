import { networks } from './index';
import type { Network } from './network';

/** What the rest of the product knows of a network: everything but how it is read. */
export type NetworkFacts = Pick<Network, 'id' | 'name' | 'hosts' | 'marks' | 'version' | 'sharesCount' | 'shows' | 'mayShow'> & {
  /** Whether it has a precise mode: what its pages receive is understood, and its hosts are known. */
  precise: boolean;
};

const factsOf = ({ id, name, hosts, marks, version, sharesCount, shows, mayShow, response }: Network): NetworkFacts => ({
  ...{ id, name, hosts, version, sharesCount, shows, precise: response !== undefined && hosts.length > 0 },
  ...(marks && { marks }),
  ...(mayShow && { mayShow }),
});

/** Every network, in order. A build replaces this list by its value (wxt.config.ts), so that only page scripts carry readers. */
export const networkFacts: readonly NetworkFacts[] = networks.map(factsOf);
