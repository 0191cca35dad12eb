// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../lib/capture/bodies';
import { isOfAccount } from '../../lib/capture/install-bodies';
import { receivedBy } from '../../lib/capture/received';
import { postReadingSchema } from '../../lib/model/capture';
import { networks } from '../../lib/networks';
import type { PageContext } from '../../lib/networks/network';
import { isAsk } from '../../lib/precise/protocol';

/** A page whose own script answers our question, with the nonce it was asked with. */
const pageThat = (answer: (port: MessagePort, nonce: string) => void): Window =>
  ({
    location: { origin: 'https://x.com' },
    postMessage: (ask: { nonce: string }, _origin: string, [port]: MessagePort[]) => port && answer(port, ask.nonce),
  }) as unknown as Window;

describe('asking a page for bodies', () => {
  it('gets what was kept, in order', async () => {
    const page = pageThat((port, nonce) => {
      port.postMessage({ nonce, text: '{"a":1}', page: 'https://x.com/a' });
      port.postMessage({ nonce, text: '{"b":2}', page: 'https://x.com/a' });
      port.postMessage({ nonce, done: true });
    });
    expect(await bodiesOf(page)).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('leaves out what the page asked for at addresses that are not wanted', async () => {
    const page = pageThat((port, nonce) => {
      for (const [text, from] of [
        ['{"a":1}', 'https://x.com/a'],
        ['{"b":2}', 'https://x.com/b'],
        ['{"c":3}', 7],
      ])
        port.postMessage({ nonce, text, page: from });
      port.postMessage({ nonce, done: true });
    });
    expect(await bodiesOf(page, 1000, (address) => address !== 'https://x.com/b')).toEqual(['{"a":1}', '{"c":3}']);
  });

  it('does not wait for a page that never answers, and takes only its own nonce', async () => {
    expect(
      await bodiesOf(
        pageThat(() => undefined),
        20,
      ),
    ).toEqual([]);
    const forging = pageThat((port) => port.postMessage({ nonce: 'guess', text: '{"a":1}' }));
    expect(await bodiesOf(forging, 20)).toEqual([]);
  });

  it('takes strings of a sane length and number from 10,000 forged messages, and nothing else', async () => {
    const anything = fc.anything({ withBigInt: false, withMap: true, withNullPrototype: true, maxDepth: 3 }).filter(cloneable);
    const forged = fc.sample(
      fc.record({ text: anything, page: anything, done: fc.constantFrom(false, 'true', 1, null), extra: anything }),
      10_000,
    );
    const page = pageThat((port, nonce) => {
      for (const message of forged) port.postMessage({ ...message, nonce });
      port.postMessage({ nonce, done: true });
    });
    const bodies = await bodiesOf(page, 20_000);
    expect(bodies.length).toBeLessThanOrEqual(200);
    expect(bodies.every((body) => typeof body === 'string')).toBe(true);
  });

  it('stops at a flood', async () => {
    const page = pageThat((port, nonce) => {
      for (let index = 0; index < 1000; index += 1) port.postMessage({ nonce, text: 'x'.repeat(500_000) });
      port.postMessage({ nonce, done: true });
    });
    const bodies = await bodiesOf(page, 20_000);
    expect(bodies.length * 500_000).toBeLessThanOrEqual(20_000_000);
  });

  it('is told from messages of the page’s own', () => {
    expect(isAsk({ type: 'jauge:bodies', nonce: 'n' })).toBe(true);
    fc.assert(fc.property(fc.anything(), (data) => !isAsk(data)));
    expect(isAsk({ type: 'jauge:bodies', nonce: 'n'.repeat(65) })).toBe(false);
  });
});

function cloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** Words that readers look for, so that a forged body gets past their first look. */
const KEYS = [
  'id',
  'pk',
  'code',
  'like_count',
  'edges',
  'node',
  'media',
  'legacy',
  'rest_id',
  'videoId',
  'uri',
  'statsV2',
  'stats',
  'user',
  'included',
  'text',
  '__proto__',
  'play_count',
  'data',
];

describe('what was received on another page of the same tab', () => {
  const now = 'https://x.com/lumen';
  it.each([
    ['https://x.com/Lumen/with_replies', true],
    ['https://x.com/lumen/status/2021667200885829667', true],
    ['https://x.com/home', true],
    ['https://x.com/i/status/2021667200885829667', true],
    ['', true],
    ['https://x.com/harbour', false],
    ['https://x.com/harbour/status/2021667200885829667', false],
  ])('%s: %s', (before, wanted) => {
    const [x] = networks.filter(({ id }) => id === 'x');
    expect(x && isOfAccount(x, before, now, document)).toBe(wanted);
    expect(x && isOfAccount(x, before, 'https://x.com/home', document)).toBe(true);
  });
});

describe('bodies that a page made up', () => {
  const at: PageContext = {
    url: new URL('https://www.example.com/lumen'),
    surface: { kind: 'profile', handle: 'lumen' },
    now: Date.UTC(2026, 10, 22),
    counts: { locale: 'en', display: 'truncates', significant: 2 },
  };
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(fc.string(), fc.double(), fc.integer(), fc.constantFrom(null, true, -1, 1e300, '1e9', '-5', '99999999999999999999')),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 8 }),
    ),
  }));
  const withResponse = networks.filter(({ response }) => response);

  it.each(withResponse.map((network) => [network.id, network] as const))(
    '%s: nothing thrown, nothing that the schema forbids',
    async (_, network) => {
      for (const value of fc.sample(tree, 500)) {
        // Straight, so that what a reader throws is seen.
        expect(() => network.response?.(value, at)).not.toThrow();
        const { posts } = await receivedBy(network, [JSON.stringify(value)], at, async () => undefined);
        for (const post of posts) expect(postReadingSchema.safeParse(post).error?.issues ?? []).toEqual([]);
      }
    },
  );

  it.each(withResponse.map((network) => [network.id, network] as const))('%s: 10,000 levels deep is no harm', async (_, network) => {
    const deep = `${'{"data":['.repeat(5000)}1${']}'.repeat(5000)}`;
    expect((await receivedBy(network, [deep], at, async () => undefined)).posts).toEqual([]);
  });
});
