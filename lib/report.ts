import type { NetworkId } from './model/vocabulary';

/** What helps to mend a reader: how a page is built, and nothing that anybody wrote on it. */
export interface PageReport {
  network: NetworkId | null;
  /** Version of the network's reader; null where no reader fits. */
  adapter: number | null;
  /** The address with every word and number replaced by its shape. */
  address: string;
  /** Epoch ms. */
  madeAt: number;
  browser: string;
  skeleton: string;
  elements: number;
  /** The page was larger than a report may be. */
  cut: boolean;
}

/** The shape of an address: its host, and of the rest how long each part is. @example addressShape('https://x.com/lumen/status/12?t=ab') // 'https://x.com/aaaaa/aaaaaa/00?a=aa' */
export function addressShape(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname, search } = new URL(address);
  return origin + (pathname + search).replace(/\p{N}/gu, '0').replace(/\p{L}/gu, 'a');
}

/** The report as the text file that the user looks at and may send. */
export function reportText(report: PageReport): string {
  const { network, adapter, address, madeAt, browser, skeleton, elements, cut } = report;
  const head = [
    `Jauge page report, ${new Date(madeAt).toISOString()}`,
    `network: ${network ?? 'none'}, reader ${adapter ?? 'none'}`,
    `address: ${address}`,
    `browser: ${browser}`,
    `elements: ${elements}${cut ? ' (cut)' : ''}`,
  ];
  return `${head.join('\n')}\n\n${skeleton}\n`;
}
