import { browser } from 'wxt/browser';
import { type AccountAnswers, type BrandAnswers, brandAnswersSchema, wholeAnswers } from '../model/answers';
import type { Study } from '../model/study';
import { db } from './db';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';
import { bringPostAnswers, forgetPostAnswers, POST_ANSWERS } from './post-answers';
import { studiesOutside } from './studies';

/**
 * What only people know of a brand is their own work, as tags are: no capture can bring it back. It is kept outside the database, one value per brand,
 * and so for every study that the brand is in.
 */
const PREFIX = 'answers:';
const nameOf = (brandId: string) => PREFIX + brandId;

/** What was said of some brands; of each at least that nothing was. */
export async function answersOf(brandIds: readonly string[]): Promise<ReadonlyMap<string, BrandAnswers>> {
  const found = brandIds.length ? await outside().get(brandIds.map(nameOf)) : {};
  return new Map(brandIds.map((id) => [id, wholeAnswers(id, found[nameOf(id)])]));
}

/** Changes what was said of a brand, as it is stored by then, at a time in epoch ms. Throws when the result does not fit, and then nothing changes. */
export function changeAnswers(brandId: string, change: (before: BrandAnswers) => BrandAnswers, at: number): Promise<void> {
  return exclusively(async () => {
    const before = (await answersOf([brandId])).get(brandId) ?? wholeAnswers(brandId, null);
    await write(brandAnswersSchema.parse({ ...change(before), brandId, at }));
  });
}

/** Nothing said leaves nothing behind. */
async function write({ brandId, at, ...said }: BrandAnswers): Promise<void> {
  const parts = Object.entries(said).filter(([, part]) => part !== undefined);
  if (!parts.length) await outside().remove(nameOf(brandId));
  else await outside().set({ [nameOf(brandId)]: { brandId, at, ...Object.fromEntries(parts) } });
}

/** What was said of all brands. */
export async function allAnswers(): Promise<BrandAnswers[]> {
  const ids = (await namesOutside(PREFIX)).map((name) => name.slice(PREFIX.length));
  return [...(await answersOf(ids)).values()];
}

/** Takes answers in from elsewhere; what was said here stays. Only under the store's lock. */
export async function bringAnswers(brands: readonly BrandAnswers[], posts: readonly AccountAnswers[]): Promise<void> {
  const here = await answersOf(brands.map(({ brandId }) => brandId));
  for (const brought of brands) {
    const own = here.get(brought.brandId);
    await write({ ...brought, ...own, at: own?.at || brought.at });
  }
  await bringPostAnswers(posts);
}

/** Puts back what `forgetStrays` took. */
export const putAnswersBack = (taken: readonly BrandAnswers[]): Promise<void> => exclusively(() => bringAnswers(taken, []));

/** Removes what was said of brands that no study has any more, and gives it back, so that it can be undone. */
export const forgetStrays = (): Promise<BrandAnswers[]> =>
  exclusively(async () => {
    const kept = new Set((await knownStudies()).flatMap(({ brands }) => brands.map(({ id }) => id)));
    const strays = (await allAnswers()).filter(({ brandId }) => !kept.has(brandId));
    if (strays.length) await outside().remove(strays.map(({ brandId }) => nameOf(brandId)));
    return strays;
  });

/** Both places: a damaged copy of a study must not take its brands' answers with it. */
const knownStudies = async (): Promise<Study[]> => [...(await studiesOutside()), ...(await db.studies.toArray())];

/**
 * Removes what was said of these accounts' posts, and of the brands that no captured account is left of; or everything. Only under the store's lock,
 * while the studies are still there.
 */
export async function forgetAnswers(accountKeys: readonly string[] | 'all', studyId?: string): Promise<void> {
  await forgetPostAnswers(accountKeys);
  if (accountKeys === 'all') return outside().remove(await namesOutside(PREFIX));
  const left = new Set<string>(await db.accounts.toCollection().primaryKeys());
  const studies = await knownStudies();
  const elsewhere = new Set(studies.filter(({ id }) => id !== studyId).flatMap(({ brands }) => brands.map(({ id }) => id)));
  const gone = studies.flatMap((study) =>
    study.brands.filter(({ id, accounts }) =>
      accounts.some((key) => accountKeys.includes(key))
        ? !accounts.some((key) => left.has(key))
        : study.id === studyId && !elsewhere.has(id),
    ),
  );
  await outside().remove([...new Set(gone.map(({ id }) => nameOf(id)))]);
}

/** Tells of every change of what was said, whichever part of the extension made it. Returns the way to stop. */
export function followAnswers(told: () => void): () => void {
  const changed = (changes: object) => {
    if (Object.keys(changes).some((name) => name.startsWith(PREFIX) || name.startsWith(POST_ANSWERS))) told();
  };
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
}
