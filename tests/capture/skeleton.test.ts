// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shapeOf, skeletonOf } from '../../lib/capture/skeleton';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test('nothing that anybody wrote is in it, and the structure is', () => {
  const { text, elements, cut } = skeletonOf(
    page(`<main class="feed css-1ab"><article data-testid="feedItem-by-lumen.example" aria-label="12,345 likes. Lumen liked it">
      <a href="/lumen.example/status/198504" title="Jeanne Durand">Bonjour à tous</a><img src="https://cdn.example/jeanne.jpg" alt="Jeanne">
      <script>var secret = 'token';</script><input value="jeanne@example.org" name="email"></article></main>`),
  );
  expect(text).toContain('<main class="feed css-1ab">');
  expect(text).toContain('data-testid="feedItem-by-aaaaa.aaaaaaa"');
  expect(text).toContain('aria-label="00,000 aaaaa. aaaaa aaaaa aa"');
  expect(text).toContain('href="/aaaaa.aaaaaaa/aaaaaa/000000"');
  for (const word of ['lumen', 'Lumen', 'Jeanne', 'jeanne', 'Bonjour', 'secret', 'token', '12,345', '198504', 'likes'])
    expect(text).not.toContain(word);
  expect({ elements, cut }).toEqual({ elements: 7, cut: false });
});

test('scripts of every kind are made shapes of', () => {
  expect(shapeOf('١٬٢٣٤ إعجاب')).toBe('0٬000 aaaaa');
  expect(shapeOf('王さん 👍')).toBe('aaa a');
});

test('a page that is too large is cut and says so, however deep', () => {
  const { cut, elements } = skeletonOf(page('<p></p>'.repeat(16_000)));
  expect({ cut, elements }).toEqual({ cut: true, elements: 15_000 });
});
