// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { all, one } from '../../lib/reading/dom';

it('a document is searched past what its forms and pictures shadow', () => {
  const page = new DOMParser().parseFromString('<p>1</p><p>2</p>', 'text/html');
  // As <img name="querySelectorAll"> does in a browser.
  for (const name of ['querySelector', 'querySelectorAll']) Object.defineProperty(page, name, { value: page.createElement('img') });
  expect(all(page, 'p').map(({ textContent }) => textContent)).toEqual(['1', '2']);
  expect(one(page, 'p')?.textContent).toBe('1');
});
