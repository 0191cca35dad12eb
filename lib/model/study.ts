import * as z from 'zod/mini';
import { COUNTRIES } from './countries';
import { INDUSTRIES } from './norm';
import { AUDIENCES, ROLES } from './vocabulary';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const industry = z.enum(INDUSTRIES);
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** Several accounts of one organisation, with the part it plays in the study. */
export const brandSchema = z.object({
  id,
  name,
  role: z.enum(ROLES),
  /** Account keys (`network:handle`), see lib/model/keys.ts. */
  accounts: z.array(id).check(z.maxLength(50)),
  /** What it sells; left out where it is not said, and then the study's own holds. */
  industry: z.optional(industry),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z.optional(z.string().check(z.refine((code) => COUNTRIES.includes(code)))),
  audience: z.optional(z.enum(AUDIENCES)),
});
export type Brand = z.infer<typeof brandSchema>;

/** The latest are remembered. */
export const MOST_DISMISSED = 1_000;

/** Brands compared together. `days` is the period in days up to now; null means everything captured. */
export const studySchema = z.object({
  id,
  name,
  createdAt: z.number(),
  days: z.nullable(z.number().check(z.int(), z.gt(0), z.lte(3660))),
  brands: z.array(brandSchema).check(z.maxLength(200)),
  /** A sample study holds invented figures and says so wherever it is shown. */
  sample: z.boolean(),
  /** The industry of brands that say none of their own. */
  industry: z.optional(industry),
  /** For whom the study is made: studies are listed by client. */
  client: z.optional(name),
  /** Keys of captured accounts that the analyst does not want to be offered as brands of this study again. */
  dismissed: z.optional(z.array(id).check(z.maxLength(MOST_DISMISSED))),
  /** Months that captures of its accounts are kept, null for ever; left out where the general time holds. */
  keepMonths: z.optional(z.nullable(z.number().check(z.int(), z.gt(0), z.lte(1200)))),
});
export type Study = z.infer<typeof studySchema>;
