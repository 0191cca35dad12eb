import { describe, expect, it, test } from 'vitest';
import { networkFacts } from '../lib/networks/facts';
import { preciseSiteAt, preciseSites, serverIn, serverSite, serversOf } from '../lib/precise-sites';

test('what precise mode may be turned on for is every network whose data is understood, and servers of the one without hosts', () => {
  const understood = networkFacts.filter(({ precise }) => precise);
  expect(preciseSites.map(({ id }) => id)).toEqual(understood.filter(({ hosts }) => hosts.length).map(({ id }) => id));
  expect(understood.filter(({ hosts }) => !hosts.length).map(({ id }) => id)).toEqual(['mastodon']);
});

describe('a server', () => {
  it.each([
    ['mastodon.social', 'mastodon.social'],
    ['  Piaille.FR ', 'piaille.fr'],
    ['https://piaille.fr/@atelier?x=1#y', 'piaille.fr'],
    ['http://piaille.fr', 'piaille.fr'],
    ['@atelier@lune.example', 'lune.example'],
    ['atelier@lune.example', 'lune.example'],
    ['sozial.münchen.example', 'sozial.xn--mnchen-3ya.example'],
  ])('is meant by %s', (typed, server) => expect(serverIn(typed)).toBe(server));

  it.each([
    ...['', 'mastodon', 'localhost', '*', '*.example', 'lune example', '127.0.0.1', '[::1]', 'lune.example:8080', 'javascript:alert(1)'],
    ...['file:///etc', '//', '@', 'a.example,b.example', 'www.youtube.com', 'x.com', 'me:secret@lune.example'],
  ])('is not meant by “%s”', (typed) => expect(serverIn(typed)).toBeNull());

  it('is asked about alone', () => {
    expect(serverSite('piaille.fr')).toEqual({ id: 'piaille.fr', network: 'mastodon', hosts: ['https://piaille.fr/*'] });
  });
});

test('a page belongs to its network, or to its server', () => {
  expect(preciseSiteAt('x', 'x.com')).toMatchObject({ id: 'x', network: 'x' });
  expect(preciseSiteAt('mastodon', 'piaille.fr')).toEqual(serverSite('piaille.fr'));
  expect(preciseSiteAt('web', 'piaille.fr')).toBeNull();
  expect(preciseSiteAt(null, 'piaille.fr')).toBeNull();
});

test('servers that accounts were captured on are offered once, and those of no other network', () => {
  const account = (network: 'mastodon' | 'web' | 'x', url: string | null) => ({ network, url });
  const accounts = [
    account('mastodon', 'https://piaille.fr/@a'),
    account('mastodon', 'https://lune.example/@b'),
    account('mastodon', 'https://piaille.fr/@c'),
    account('mastodon', null),
    account('web', 'https://shop.example/'),
    account('x', 'https://x.com/a'),
  ];
  expect(serversOf(accounts)).toEqual(['lune.example', 'piaille.fr']);
});
