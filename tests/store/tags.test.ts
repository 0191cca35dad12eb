import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { MOST_WORDS, wordOf } from '../../lib/model/tags';
import { makeBackup } from '../../lib/store/backup';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { importBackup } from '../../lib/store/import-backup';
import { outside } from '../../lib/store/outside';
import { rebuild } from '../../lib/store/rebuild';
import { addTagWord, allTags, removeTagWord, setTag, tagsOf, tagWords } from '../../lib/store/tags';
import { capture, NOW, post } from './build';

const LUMEN = { accountKey: 'x:lumen', postKey: 'x:1' };
const OTHER = { accountKey: 'x:other', postKey: 'x:1' };
const tagsNow = async (of = LUMEN) => (await tagsOf([of.accountKey]))(of);

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', [post('1'), post('2')]));
});

describe('tags of a post', () => {
  it('are given and taken back, each once, in the order in which they were given', async () => {
    await setTag(LUMEN, 'useful', true, NOW);
    await setTag(LUMEN, 'promote', true, NOW + 1);
    expect(await setTag(LUMEN, 'useful', true, NOW + 2)).toEqual(['useful', 'promote']);
    expect(await setTag(LUMEN, 'useful', false, NOW + 3)).toEqual(['promote']);
    expect(await setTag(LUMEN, 'useful', false, NOW + 4)).toEqual(['promote']);
    expect(await allTags()).toEqual([{ accountKey: 'x:lumen', posts: { 'x:1': { tags: ['promote'], at: NOW + 3 } } }]);
    await setTag(LUMEN, 'promote', false, NOW + 5);
    expect(await allTags()).toEqual([]);
  });

  it('belong to the post on that account’s page alone, and to no name that every object has', async () => {
    await setTag(LUMEN, 'promote', true, NOW);
    expect(await tagsNow(OTHER)).toEqual([]);
    expect(await tagsNow({ ...LUMEN, postKey: 'constructor' })).toEqual([]);
  });

  it('that are given at once all last', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`);
    await Promise.all(words.map((word, index) => setTag({ ...LUMEN, postKey: `x:${index % 3}` }, word, true, NOW)));
    const tags = await tagsOf(['x:lumen']);
    expect([0, 1, 2].flatMap((index) => tags({ accountKey: 'x:lumen', postKey: `x:${index}` })).sort()).toEqual(words.sort());
  });

  it('outlive a lost database, a rebuilt one, and the capture that was undone', async () => {
    await setTag(LUMEN, 'curate', true, NOW);
    await rebuild();
    expect(await tagsNow()).toEqual(['curate']);
    await db.delete();
    await db.open();
    expect(await tagsNow()).toEqual(['curate']);
    await eraseSnapshot('a');
    expect(await tagsNow()).toEqual(['curate']);
  });

  it('go with their account, and everything with everything', async () => {
    await setTag(LUMEN, 'curate', true, NOW);
    await setTag(OTHER, 'promote', true, NOW);
    await addTagWord('coulisses');
    await eraseAccount('x:lumen');
    expect(await tagsNow()).toEqual([]);
    expect(await tagsNow(OTHER)).toEqual(['promote']);
    await eraseEverything();
    expect(await tagsNow(OTHER)).toEqual([]);
    expect(await tagWords()).toEqual([]);
    expect(Object.keys(await outside().get(null)).filter((name) => /^tag/.test(name))).toEqual([]);
  });

  it('travel with a backup, and what is tagged here already stays', async () => {
    await setTag(LUMEN, 'curate', true, NOW);
    await setTag({ ...LUMEN, postKey: 'x:2' }, 'useful', true, NOW);
    await addTagWord('coulisses');
    const file = await makeBackup(NOW);
    await eraseEverything();
    await setTag(LUMEN, 'promote', true, NOW + 9);
    await addTagWord('recette');
    await importBackup(file);
    expect(await tagsNow()).toEqual(['promote']);
    expect(await tagsNow({ ...LUMEN, postKey: 'x:2' })).toEqual(['useful']);
    expect(await tagWords()).toEqual(['recette', 'coulisses']);
    expect(Object.keys(await outside().get(null)).filter((name) => name.startsWith('staged'))).toEqual([]);
  });
});

describe('words of one’s own', () => {
  it('are at most twenty, each once; posts keep a word that is no longer offered', async () => {
    const words = Array.from({ length: MOST_WORDS }, (_, index) => `w${index}`);
    for (const word of words) expect(await addTagWord(word)).toBe(true);
    expect(await addTagWord('w3')).toBe(true);
    expect(await addTagWord('one-more')).toBe(false);
    await setTag(LUMEN, 'w3', true, NOW);
    await removeTagWord('w3');
    expect(await tagWords()).toEqual(words.filter((word) => word !== 'w3'));
    expect(await tagsNow()).toEqual(['w3']);
  });

  it('hold no white space, whatever is typed, and stay the same when typed again', () => {
    expect(wordOf(' Coulisses  du métier ')).toBe('coulisses-du-métier');
    expect(wordOf('#Recette')).toBe('recette');
    expect(wordOf(' # ')).toBeNull();
    expect(wordOf('x'.repeat(31))).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const word = wordOf(typed);
        return word === null || (/^\S{1,30}$/.test(word) && wordOf(word) === word);
      }),
    );
  });
});
