import { networks } from './index';
import type { Network } from './network';

/** What the rest of the product knows of a network: everything but how it is read. */
export type NetworkFacts = Pick<Network, 'id' | 'name' | 'hosts' | 'marks' | 'version' | 'sharesCount' | 'shows' | 'mayShow'> & {
  /** Whether it has a precise mode: what its pages receive is understood. Without hosts of its own it is turned on server by server. */
  precise: boolean;
};

const factsOf = ({ id, name, hosts, marks, version, sharesCount, shows, mayShow, response }: Network): NetworkFacts => ({
  ...{ id, name, hosts, version, sharesCount, shows, precise: response !== undefined },
  ...(marks && { marks }),
  ...(mayShow && { mayShow }),
});

/** Every network, in order. A build replaces this list by its value (wxt.config.ts), so that only page scripts carry readers. */
export const networkFacts: readonly NetworkFacts[] = networks.map(factsOf);
