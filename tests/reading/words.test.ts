// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outgoing, outgoingLinks } from '../../lib/reading/links';
import { factsOfWords, hashtagsIn, mentionsIn } from '../../lib/reading/words';

const page = new URL('https://www.facebook.com/lumen');

describe('links', () => {
  it.each([
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Flumen.example%2Fshop%3Fid%3D7%26fbclid%3DIwAR&h=AT3', 'https://lumen.example/shop?id=7'],
    ['https://lumen.example/?utm_source=fb&utm_medium=social&UTM_Campaign=x&b=2', 'https://lumen.example/?b=2'],
    ['https://lumen.example/a?q=a%20b+c&b=2#part', 'https://lumen.example/a?q=a%20b+c&b=2#part'],
    ['https://lumen.example/#:~:text=secret', 'https://lumen.example/'],
    ['https://www.facebook.com/other', null],
    ['/relative', null],
    ['javascript:alert(1)', null],
    ['https://user:word@evil.example/', null],
    ['mailto:a@b.example', null],
    ['https://l.facebook.com/l.php?u=javascript%3Aalert(1)', null],
    ['', null],
    [null, null],
  ])('%s leads to %s', (href, expected) => expect(outgoing(href, page)).toBe(expected));

  it('of other networks are undone too, and wrapped ones are named by their text', () => {
    expect(
      outgoing('https://www.youtube.com/redirect?event=d&q=https%3A%2F%2Fa.example%2F', new URL('https://www.youtube.com/watch?v=1')),
    ).toBe('https://a.example/');
    expect(outgoing('https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.example%2F&trk=x', new URL('https://www.linkedin.com/'))).toBe(
      'https://a.example/',
    );
    const x = new URL('https://x.com/lumen');
    expect(outgoing('https://t.co/abc', x, 'lumen.example/shop')).toBe('https://lumen.example/shop');
    expect(outgoing('https://t.co/abc', x, 'lumen.example/a-long-pa…')).toBe('https://t.co/abc');
    expect(outgoing('https://shop.co.uk/', new URL('https://www.pinterest.co.uk/pin/1'))).toBe('https://shop.co.uk/');
  });

  it('are named as a browser writes them, with or without parsing them', () => {
    const part = fc.stringMatching(/^(?:[a-zA-Z0-9-]{0,6}|xn--[a-z0-9]{0,4}|\.\.?|[_~.%2eE:@]{1,4}|1\.2|0x7f)$/);
    const address = fc
      .tuple(
        fc.constantFrom('', 'http://', 'https://', 'HTTPS://'),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.array(part, { maxLength: 3 }),
      )
      .map(([scheme, host, path]) => `${scheme}${host.join('.')}.example${path.map((each) => `/${each}`).join('')}`);
    const x = new URL('https://x.com/lumen');
    fc.assert(
      fc.property(address, (shown) => {
        const found = outgoing('https://t.co/abc', x, shown);
        expect(found).not.toBeNull();
        expect(found).toBe(found && new URL(found).href);
        if (found !== 'https://t.co/abc') expect(found).toBe(new URL(/^https?:/.test(shown) ? shown : `https://${shown}`).href);
      }),
      { numRuns: 2000 },
    );
    expect(outgoing('https://t.co/abc', x, 'httpbin.example/get')).toBe('https://httpbin.example/get');
    expect(outgoing('//t.co/abc', x, 'https://lumen.example')).toBe('https://lumen.example/');
  });

  it('that need no parser lead where a parser says', () => {
    const label = fc.stringMatching(/^(?:[a-zA-Z0-9-]{0,5}|xn--[a-z0-9]{0,4}|0x[0-9a-f]{1,2}|[_.é]{1,2})$/);
    const step = fc.stringMatching(/^(?:[\w-]{0,5}|\.\.?|[~.%2eE:@ é\\]{1,4})$/);
    const address = fc
      .tuple(fc.constantFrom('https://', 'http://'), fc.array(label, { minLength: 1, maxLength: 4 }), fc.array(step, { maxLength: 3 }))
      .map(([scheme, host, path]) => `${scheme}${host.join('.')}${path.map((each) => `/${each}`).join('')}`);
    const parsed = (href: string) => {
      try {
        const url = new URL(href);
        return url.username ? null : url.href;
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(address, (href) => {
        expect(outgoing(href, page)).toBe(parsed(href));
      }),
      { numRuns: 3000 },
    );
  });

  it('are listed once each', () => {
    const same = { href: 'https://a.example/?utm_source=1' };
    expect(outgoingLinks([same, { href: 'https://a.example/?utm_source=2' }, { href: null }], page)).toEqual(['https://a.example/']);
  });
});

describe('words', () => {
  it.each([
    ['Été #Lune ! #lune #1 #2026bilan', ['Lune', '2026bilan']],
    ['新商品＃ランプ発売 #灯り_東京', ['灯り_東京']],
    ['a#no b/#no &#39; #', []],
    ['#قهوة و #शुभ', ['قهوة', 'शुभ']],
  ])('%s has these hashtags', (text, tags) => expect(hashtagsIn(text)).toEqual(tags));

  it.each([
    ['Merci @atelier.lune, a@b.fr et @Atelier.Lune.', ['atelier.lune']],
    ['@user@host.example said', ['user@host.example']],
    ['no one @ all', []],
  ])('%s mentions these', (text, names) => expect(mentionsIn(text)).toEqual(names));

  it('say nothing where there is nothing, however long', () => {
    expect(factsOfWords(null, page)).toEqual({});
    const long = document.createElement('p');
    long.textContent = '#'.repeat(200_000) + '@'.repeat(200_000) + 'a'.repeat(600_000);
    expect(factsOfWords(long, page)).toEqual({});
  });

  it('do not run into each other across a line', () => {
    const words = document.createElement('div');
    words.innerHTML = 'Octubre<br>@marca.uno<br>#luz<p>@marca.dos</p>';
    expect(factsOfWords(words, page)).toEqual({ hashtags: ['luz'], mentions: ['marca.uno', 'marca.dos'] });
  });

  it('take mentions from links where people are named and not addressed', () => {
    const words = document.createElement('p');
    words.innerHTML = 'With <a href="/lea.d">Léa Durand</a>, see <a href="https://a.example/">this</a>';
    words.lang = 'fr';
    const handleOf = (href: string) => /^\/([\w.]+)$/.exec(href)?.[1] ?? '';
    expect(factsOfWords(words, page, { handleOf: (href) => handleOf(href) || (undefined as never) })).toEqual({
      language: 'fr',
      mentions: ['lea.d'],
      links: ['https://a.example/'],
    });
  });
});
