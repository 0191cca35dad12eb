// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { reactions } from '../../lib/networks/linkedin/card';
import { pathOf } from '../../lib/networks/mastodon/links';
import { oneNumber } from '../../lib/networks/reddit/facts';
import { idOf } from '../../lib/networks/web/links';

const MEGABYTE = 1_000_000;
const long = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length));

/** A pattern that tries two of its parts against each other takes hours for these, and the page that it is read on stands still. */
describe('a megabyte where a few words are expected', () => {
  it.each(['a ', 'lamps and light ', 'a1 ', '9,', ' '])('reactions as "%s"', (piece) => {
    expect(reactions(long(piece), { locale: 'en', display: 'either', significant: 1 }).value).toBeNull();
  });

  it.each(['1a', `1${'a'.repeat(100)}`, 'a', 'a 1'])('a score as "%s"', (piece) => {
    document.body.innerHTML = `<b>1${long(piece)}</b>`;
    expect(oneNumber(document.querySelector('b'))).toBeNull();
  });

  it('addresses of slashes', () => {
    const url = new URL(`https://lumen.example/${long('/')}a${long('/')}`);
    expect(pathOf(url).endsWith('/a')).toBe(true);
    expect(idOf(url).startsWith('lumen.example/')).toBe(true);
  });
});
