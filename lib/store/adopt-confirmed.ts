import { wholeAnswers } from '../model/answers';
import { bringAnswers } from './answers';
import { exclusively } from './lock';
import { outside } from './outside';

/** Where what a user had confirmed of brands used to be kept, among the settings. */
const FORMER = 'confirmedBrands';

/** Takes what was confirmed of brands among the answers, once; cut off, it begins again. */
export async function adoptConfirmed(now: number): Promise<void> {
  const former = (await outside().get(FORMER))[FORMER];
  if (typeof former !== 'object' || former === null) return;
  await exclusively(async () => {
    const known = Object.entries(former).map(([brandId, said]) => ({ ...wholeAnswers(brandId, said), at: now }));
    await bringAnswers(known, []);
    await outside().remove(FORMER);
  });
}
