import { studySchema } from '../model/study';
import { db } from './db';
import { storeStudy, studiesOutside } from './studies';

/** In the order of the schema: browsers sort what is kept outside the database. Null for what is no study any more. */
function plain(study: unknown): string | null {
  const checked = studySchema.safeParse(study);
  return checked.success ? JSON.stringify(checked.data) : null;
}

/**
 * Studies are in the database and outside it: what one of the two has lost is written again from the other. Outside is where a change is written
 * first, so it is believed where both have a study. How many were written. Only under the store's lock.
 */
export async function matchStudies(): Promise<number> {
  const inBase = new Map((await db.studies.toArray()).map((study) => [study.id, study]));
  const apart = (await studiesOutside()).filter((study) => plain(study) !== null);
  const known = new Set(apart.map(({ id }) => id));
  const torn = [
    ...apart.filter((study) => plain(inBase.get(study.id)) !== plain(study)),
    ...[...inBase.values()].filter((study) => !known.has(study.id) && plain(study) !== null),
  ];
  for (const study of torn) await storeStudy(study);
  return torn.length;
}
