import * as z from 'zod/mini';
import { ROLES } from './vocabulary';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** Several accounts of one organisation, with the part it plays in the study. */
export const brandSchema = z.object({
  id,
  name,
  role: z.enum(ROLES),
  /** Account keys (`network:handle`), see lib/model/keys.ts. */
  accounts: z.array(id).check(z.maxLength(50)),
});
export type Brand = z.infer<typeof brandSchema>;

/** Brands compared together. `days` is the period in days up to now; null means everything captured. */
export const studySchema = z.object({
  id,
  name,
  createdAt: z.number(),
  days: z.nullable(z.number().check(z.int(), z.gt(0), z.lte(3660))),
  brands: z.array(brandSchema).check(z.maxLength(200)),
  /** A sample study holds invented figures and says so wherever it is shown. */
  sample: z.boolean(),
});
export type Study = z.infer<typeof studySchema>;
