import { type Study, studySchema } from '../model/study';
import { db } from './db';

/** Saves a study; throws when it does not fit the schema, and then nothing changes. */
export async function putStudy(study: Study): Promise<void> {
  await db.studies.put(studySchema.parse(study));
}

/** Removes a study; what was captured stays. */
export async function removeStudy(id: string): Promise<void> {
  await db.studies.delete(id);
}
