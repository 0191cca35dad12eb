import type { Basis } from './audit';

/**
 * How companies answered on Facebook, three months of 60,000 pages and 2.7 million posts by fans: 28 % of these got a reaction; in the sector that answers
 * most, finance, half of the pages took no longer than 9.5 hours and the best tenth half an hour. It is old and about one network, and no other source
 * was found that gives both points of a curve.
 */
export const ANSWERS: Basis = {
  kind: 'published',
  title: 'Fanpage Karma (Social Fresh)',
  url: 'https://socialfresh.com/which-industry-has-the-best-customer-service-on-facebook-infographic/',
};
