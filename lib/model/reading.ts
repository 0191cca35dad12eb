import * as z from 'zod/mini';
import { READING_KINDS, READING_SOURCES } from './vocabulary';

/** No public count comes near this; more is a misreading or an attack. */
const LARGEST_COUNT = 1e13;
const count = z.nullable(z.number().check(z.gte(0), z.lte(LARGEST_COUNT)));

/**
 * A metric as seen once. `low` and `high` bound the true count (equal to `value` when exact);
 * all three are null when the count is hidden, absent or unread. `raw` is the text it was read from.
 */
export const readingSchema = z
  .object({
    value: count,
    low: count,
    high: count,
    as: z.enum(READING_KINDS),
    from: z.enum(READING_SOURCES),
    raw: z.optional(z.string().check(z.maxLength(160))),
  })
  .check(
    z.refine((r) => {
      if (r.as !== 'exact' && r.as !== 'rounded') return r.value === null && r.low === null && r.high === null;
      return r.value !== null && r.low !== null && r.high !== null && r.low <= r.value && r.value <= r.high;
    }, 'bounds must hold the value, and only a count that was read has one'),
  );
export type Reading = z.infer<typeof readingSchema>;
