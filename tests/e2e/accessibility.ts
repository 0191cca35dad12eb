import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a dark theme can break: all else is the same in a light one. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Serious and critical violations of accessibility, with where they are; of the colours alone, or of everything. */
export async function violations(page: Page, only: 'colours' | 'everything' = 'everything'): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (rules) => {
      const { run } = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe;
      // What passes is not written down, which takes a third of the time.
      return run({ resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) });
    },
    only === 'colours' ? COLOURS : null,
  );
  const grave = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
