import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../lib/model/rollup';
import type { Study } from '../lib/model/study';
import { addBrand, assign, dismiss, newStudy } from '../lib/study-edits';
import { isPressing, newBrandOf, suggestionsFor } from '../lib/suggestions';
import { account as made } from './benchmark/make';

let seen = 0;
const account = (accountKey: string, facts: Partial<AccountRecord> = {}): AccountRecord => ({
  ...made([], accountKey),
  ...{ handle: accountKey.split(':')[1] ?? null, name: null, lastSeenAt: ++seen },
  ...facts,
});
const lumen = account('x:lumen', { name: 'Lumen Atelier', url: 'https://x.com/lumen', link: 'https://www.lumen.example/' });
const nord = account('x:nordhaus', { name: 'Nordhaus' });
const study = (): Study =>
  addBrand(addBrand(newStudy('s', 'S', 0), 'l', 'Lumen', 'own', ['x:lumen']), 'n', 'Nordhaus GmbH', 'direct', ['x:nordhaus']);
const guess = (other: AccountRecord) => {
  const [found] = suggestionsFor(study(), [lumen, nord, other], []);
  return found?.guess ? [found.guess.brand.id, found.guess.by, found.guess.like?.accountKey ?? null] : null;
};

describe('the brand that an account is guessed to belong to', () => {
  it.each([
    ['the same handle', account('instagram:Lumen'), ['l', 'handle', 'x:lumen']],
    ['with a point', account('instagram:lu.men'), ['l', 'handle', 'x:lumen']],
    ['on a Mastodon server', account('mastodon:lumen@social.example'), ['l', 'handle', 'x:lumen']],
    ['under the network’s own domain', account('bluesky:lumen.bsky.social'), ['l', 'handle', 'x:lumen']],
    ['the same site', account('tiktok:atelier', { link: 'http://lumen.example?utm_source=tiktok' }), ['l', 'link', 'x:lumen']],
    ['a link to the other’s page', account('tiktok:atelier', { link: 'https://x.com/Lumen/' }), ['l', 'link', 'x:lumen']],
    ['the account’s name', account('tiktok:zz', { name: 'LUMEN · atelier' }), ['l', 'name', 'x:lumen']],
    ['the brand’s name', account('tiktok:zz', { name: 'Nordhaus GmbH' }), ['n', 'name', null]],
    ['accents aside', account('tiktok:zz', { name: 'Lümen' }), ['l', 'name', null]],
  ])('has %s', (_, other, expected) => {
    expect(guess(other)).toEqual(expected);
  });

  it.each([
    ['a longer handle', account('instagram:lumen_shop')],
    ['another path of a shared host', account('instagram:zz', { link: 'https://lumen.example/other' })],
    ['nothing but signs', account('instagram:__', { name: '···' })],
    ['no name at all', account('facebook:1', { handle: null })],
  ])('is none for %s', (_, other) => {
    expect(guess(other)).toBeNull();
  });

  it('is the one with the same handle before one with the same name', () => {
    expect(guess(account('instagram:lumen', { name: 'Nordhaus GmbH' }))).toEqual(['l', 'handle', 'x:lumen']);
  });
});

describe('suggestions', () => {
  const twin = account('instagram:lumen');
  const [old, fresh] = [account('x:old'), account('x:fresh')];
  const client = account('x:client');
  const others = [addBrand(newStudy('t', 'T', 0), 'c', 'Client', 'own', ['x:client'])];
  const all = [lumen, nord, old, fresh, client, twin];
  const keys = (of: Study) => suggestionsFor(of, all, others).map((each) => each.account.accountKey);

  it('name what looks like a brand first, then the latest captured, and another study’s accounts last', () => {
    expect(keys(study())).toEqual(['instagram:lumen', 'x:fresh', 'x:old', 'x:client']);
    const pressing = suggestionsFor(study(), all, others).filter(isPressing);
    expect(pressing.map((each) => each.account.accountKey)).toEqual(['instagram:lumen', 'x:fresh', 'x:old']);
  });

  it('stay dismissed, can still be taken up, and are then like any other', () => {
    const set = dismiss(study(), 'instagram:lumen');
    const [first] = suggestionsFor(set, all, others);
    expect([first?.dismissed, first && isPressing(first)]).toEqual([true, false]);
    const taken = assign(set, 'instagram:lumen', 'l');
    expect(keys(taken)).not.toContain('instagram:lumen');
    expect(taken.dismissed).toEqual([]);
    const [again] = suggestionsFor(assign(taken, 'instagram:lumen', null), all, others);
    expect(again).toMatchObject({ dismissed: false, guess: { by: 'handle' } });
  });

  it('make a competitor where there is a brand of one’s own, and that where there is none', () => {
    const [first] = suggestionsFor(newStudy('s', 'S', 0), [lumen], []);
    if (!first) throw new Error('no suggestion');
    expect(newBrandOf(first, newStudy('s', 'S', 0))).toEqual({ name: 'Lumen Atelier', role: 'own' });
    expect(newBrandOf(first, study()).role).toBe('direct');
  });
});
