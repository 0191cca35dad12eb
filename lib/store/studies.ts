import { type Study, studySchema } from '../model/study';
import { db } from './db';

/** Saves a study; throws when it does not fit the schema, and then nothing changes. */
export async function putStudy(study: Study): Promise<void> {
  await db.studies.put(studySchema.parse(study));
}

/**
 * Changes a study as it is stored now, so that two edits at once both last. A study that is gone is left gone.
 * Throws when the result does not fit the schema, and then nothing changes.
 */
export async function changeStudy(id: string, change: (study: Study) => Study): Promise<void> {
  await db.transaction('rw', db.studies, async () => {
    const study = await db.studies.get(id);
    if (study) await putStudy(change(study));
  });
}

/** Removes a study; what was captured stays. */
export async function removeStudy(id: string): Promise<void> {
  await db.studies.delete(id);
}
