import * as z from 'zod/mini';

/** Limits that only a hostile file reaches: a strategy of fifty objectives is none. */
export const MOST_OBJECTIVES = 50;
export const MOST_KPIS = 100;
export const MOST_MENTIONS = 500;
export const LONGEST_TEXT = 300;

const key = z.string().check(z.minLength(1), z.maxLength(300));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_TEXT));
const amount = z.optional(z.number().check(z.gte(0), z.lte(1e12)));
const count = z.optional(z.number().check(z.int(), z.gte(0), z.lte(1e12)));
const time = z.number().check(z.gte(0), z.lte(8.64e15));
/** Yes or no; null while nobody has judged. */
const judged = z.nullable(z.boolean());

const objectiveSchema = z.object({
  id: key,
  /** As the strategy words it, so that it is recognised. */
  text,
  ...{ specific: judged, measurable: judged, attainable: judged, relevant: judged, timed: judged },
  /** It says what it brings to the business. */
  business: judged,
  /** Fans for the sake of fans. */
  ego: judged,
});
export type Objective = z.infer<typeof objectiveSchema>;

/** A figure that the strategy watches, and whether numbers come in for it. */
const kpiSchema = z.object({ id: key, name: text, live: z.boolean() });
export type Kpi = z.infer<typeof kpiSchema>;

/** What only the owner sees, over any one period; money in any one currency. Each may be missing. */
const figuresSchema = z.object({
  ...{ visits: count, conversions: count },
  ...{ costPerAcquisition: amount, acquisitionCeiling: amount, costPerLead: amount, leadCeiling: amount },
  /** Money for production and animation, and for advertising. */
  ...{ production: amount, advertising: amount },
});
export type OwnerFigures = z.infer<typeof figuresSchema>;

const registerSchema = z.object({ charter: judged, roles: judged, escalation: judged, backedUpAt: z.nullable(time) });
export type RegisterAnswers = z.infer<typeof registerSchema>;

/** Somebody spoke of the brand: when, where or about what, and whether the brand answered. */
const mentionSchema = z.object({ id: key, at: time, note: text, answered: judged });
export type MentionAnswer = z.infer<typeof mentionSchema>;

/** What only its people know of a brand; what nobody has said is left out. An empty list of objectives says that there are none. */
export const brandAnswersSchema = z.object({
  brandId: key,
  /** When it was last changed, epoch ms. */
  at: time,
  official: z.optional(z.boolean()),
  private: z.optional(z.boolean()),
  linkAlive: z.optional(z.boolean()),
  objectives: z.optional(z.array(objectiveSchema).check(z.maxLength(MOST_OBJECTIVES))),
  kpis: z.optional(z.array(kpiSchema).check(z.maxLength(MOST_KPIS))),
  figures: z.optional(figuresSchema),
  register: z.optional(registerSchema),
  mentions: z.optional(z.array(mentionSchema).check(z.maxLength(MOST_MENTIONS))),
});
export type BrandAnswers = z.infer<typeof brandAnswersSchema>;

/** What a person saw under a post on the network itself, or in it. */
const postAnswerSchema = z.object({
  /** Comments under it are closed. */
  closed: z.optional(z.boolean()),
  /** There is criticism under it, and all of it was answered or not. */
  critics: z.optional(z.enum(['answered', 'unanswered'])),
  /** It is advertising that says so, or does not; or it is none, whatever its words look like. */
  advertising: z.optional(z.enum(['named', 'unnamed', 'none'])),
});
export type PostAnswer = z.infer<typeof postAnswerSchema>;

/** What was said of one account's posts, by post key, each with when (epoch ms). */
export const accountAnswersSchema = z.object({ accountKey: key, posts: z.record(key, z.extend(postAnswerSchema, { at: time })) });
export type AccountAnswers = z.infer<typeof accountAnswersSchema>;

/** What was said of a post on one account's page. */
export type AnswerOf = (post: { accountKey: string; postKey: string }) => PostAnswer;

/** What is whole of a brand's answers as they were stored: a damaged part is left out, and of a list its damaged items. */
export function wholeAnswers(brandId: string, value: unknown): BrandAnswers {
  const fits = (name: string, part: unknown) => brandAnswersSchema.safeParse({ brandId, at: 0, [name]: part }).success;
  const parts = Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, part]): [string, unknown] => [
    name,
    Array.isArray(part) ? part.filter((item) => fits(name, [item])) : part,
  ]);
  const whole = parts.filter(([name, part]) => name !== 'brandId' && fits(name, part));
  return brandAnswersSchema.parse({ brandId, at: 0, ...Object.fromEntries(whole) });
}

/** The same of an account's posts. */
export function wholePosts(value: unknown): AccountAnswers['posts'] {
  const posts = (value as Partial<AccountAnswers> | null | undefined)?.posts;
  const all = Object.entries(typeof posts === 'object' && posts !== null ? posts : {});
  const fits = (post: [string, unknown]) => accountAnswersSchema.safeParse({ accountKey: '-', posts: Object.fromEntries([post]) }).success;
  return accountAnswersSchema.parse({ accountKey: '-', posts: Object.fromEntries(all.filter(fits)) }).posts;
}
