import * as z from 'zod/mini';
import { NETWORK_IDS } from './vocabulary';

/** Industries as the reports name them; `all` is every one of them together. */
export const INDUSTRIES = [
  'all',
  'higher_ed',
  'sports_teams',
  'influencers',
  'nonprofits',
  'media',
  'food_beverage',
  'alcohol',
  'travel',
  'tech_software',
  'financial_services',
  'retail',
  'fashion',
  'health_beauty',
  'home_decor',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const text = z.string().check(z.minLength(1), z.maxLength(300));

/** Where reference figures come from. */
export const normSourceSchema = z.object({
  id: text,
  publisher: text,
  title: text,
  /** Year of publication. */
  year: z.number().check(z.int()),
  /** First and last day of what was measured. */
  from: day,
  to: day,
  url: z.optional(text),
  /** `first-hand`: read in the publisher's own text; `second-hand`: in a text that quotes it; `own`: measured with Jauge. */
  read: z.enum(['first-hand', 'second-hand', 'own']),
  /** Companies that were measured, and from how many industries; null where the source does not say. */
  companies: z.nullable(z.number()),
  industries: z.nullable(z.number()),
  /** Fewest and most followers of an account of the sample, by network; what is not said is left out. */
  followers: z.partialRecord(z.enum(NETWORK_IDS), z.tuple([z.number(), z.nullable(z.number())])),
});
export type NormSource = z.infer<typeof normSourceSchema>;

/** Reference figures of one source for one network and one figure, by industry. Rates are fractions. */
export const normSchema = z.object({
  source: text,
  network: z.enum(NETWORK_IDS),
  kpi: z.enum(['erFollowers', 'erViews', 'postsPerWeek']),
  denominator: z.enum(['followers', 'views', 'none']),
  statistic: z.enum(['median']),
  values: z.partialRecord(z.enum(INDUSTRIES), z.number().check(z.gt(0))),
});

/** `public/norms.json`, and what a study's peers come to as a file. */
export const normFileSchema = z.object({
  sources: z.array(normSourceSchema).check(z.maxLength(200)),
  norms: z.array(normSchema).check(z.maxLength(2000)),
});
export type NormFile = z.infer<typeof normFileSchema>;
