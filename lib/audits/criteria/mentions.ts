import type { Criterion } from '../audit';
import { counted, unmeasured } from '../measured';
import { ANSWERS } from '../sources';

const FEWEST = 5;

/** Part of the captured mentions of the brand that were answered, as a person says. */
export const mentions: Criterion = {
  ...{ id: 'mentions', code: 'M5', category: 'community', keys: ['listening', 'realLife'], weight: 1, version: 1 },
  ...{ needs: ['mentions'], scope: 'brand', effort: 'S' },
  measure({ brand, given }) {
    const told = given.mentions?.filter(({ brandId, answered }) => brandId === brand.id && answered !== null) ?? [];
    if (!told.length) return unmeasured('manual', 'no-mentions', 'mentions');
    if (told.length < FEWEST) return unmeasured('too-few', 'no-mentions', 'mentions');
    const answered = told.filter((mention) => mention.answered).length;
    return counted(answered, told.length, []);
  },
  curve: () => ({ kind: 'share', norm: 0.28, target: 0.9, basis: ANSWERS }),
};
