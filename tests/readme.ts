import type { SurfaceKind } from '../lib/model/vocabulary';
import { networks } from '../lib/networks';
import type { Network } from '../lib/networks/network';

const START = '<!-- networks:start -->';
const END = '<!-- networks:end -->';

const DISPLAY: Record<Network['display'], string> = {
  truncates: 'cut off: 1,999 is shown as 1.9K',
  rounds: 'rounded: 1,999 is shown as 2K',
  either: 'cut off or rounded',
};

/** What is read on which network, as a Markdown table. */
function networksTable(): string {
  const rows = networks.map((network) => [
    network.name,
    addresses(network),
    metrics(network, 'profile'),
    metrics(network, 'post'),
    DISPLAY[network.display],
  ]);
  const head = ['Network', 'Addresses', 'An account’s page prints', 'A post’s page prints', 'Abbreviated counts are'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The text of README.md with the table between its two marks as it should be now. */
export function withTable(readme: string): string {
  const [before, rest = ''] = readme.split(START);
  return `${before}${START}\n${networksTable()}\n${END}${rest.split(END)[1] ?? ''}`;
}

/** The first addresses of a network; those of its countries go on alike. */
function addresses({ hosts }: Network): string {
  if (!hosts.length) return 'any';
  const shown = hosts.slice(0, MOST_ADDRESSES).map((pattern) => `\`${pattern.replace(/^\*:\/\/|\/\*$/g, '')}\``);
  return [...shown, ...(hosts.length > MOST_ADDRESSES ? [`${hosts.length - MOST_ADDRESSES} more`] : [])].join(', ');
}
const MOST_ADDRESSES = 5;

const metrics = ({ shows, mayShow }: Network, surface: SurfaceKind) => {
  const sometimes = mayShow?.[surface];
  return [...(shows[surface] ?? []), ...(sometimes ? [`on some posts: ${sometimes.join(', ')}`] : [])].join(', ') || '—';
};
