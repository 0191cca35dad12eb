import { type Study, studySchema } from '../model/study';
import { db } from './db';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';

/** Studies are kept outside the database too, by these names. */
const PREFIX = 'study:';
const nameOf = (id: string) => PREFIX + id;

/** Saves a study; throws when it does not fit the schema, and then nothing changes. */
export async function putStudy(study: Study): Promise<void> {
  const checked = studySchema.parse(study);
  await exclusively(() => storeStudy(checked));
}

/**
 * Changes a study as it is stored now, so that two edits at once both last. A study that is gone is left gone.
 * Throws when the result does not fit the schema, and then nothing changes.
 */
export async function changeStudy(id: string, change: (study: Study) => Study): Promise<void> {
  await exclusively(async () => {
    const study = await db.studies.get(id);
    if (study) await storeStudy(studySchema.parse(change(study)));
  });
}

/** Removes a study; what was captured stays. */
export async function removeStudy(id: string): Promise<void> {
  await exclusively(() => forgetStudy(id));
}

/** Removes a study from both places; only under the store's lock. */
export async function forgetStudy(id: string): Promise<void> {
  await outside().remove(nameOf(id));
  await db.studies.delete(id);
}

/** The studies as they are kept outside the database. */
export async function studiesOutside(): Promise<Study[]> {
  const names = await namesOutside(PREFIX);
  return names.length ? (Object.values(await outside().get(names)) as Study[]) : [];
}

/** Removes all studies from outside the database. */
export const forgetStudies = async (): Promise<void> => outside().remove(await namesOutside(PREFIX));

/** Writes a checked study in both places; only under the store's lock. */
export async function storeStudy(study: Study): Promise<void> {
  await outside().set({ [nameOf(study.id)]: study });
  await db.studies.put(study);
}
