// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, linkable } from '../../lib/reports/html';

const parsed = (markup: string) => new DOMParser().parseFromString(markup, 'text/html').body;
/** No line ends, which a parser changes. */
const texts = fc.string({ unit: fc.constantFrom(...'<>&"\'/ascript =;{}`$'.split('')) });

test('whatever is typed comes out as text, also in an attribute', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const body = parsed(html`<p title="${text}">${text}</p>`.markup);
      expect(body.children.length).toBe(1);
      expect(body.querySelector('p')?.textContent).toBe(text);
      expect(body.querySelector('p')?.getAttribute('title')).toBe(text);
    }),
  );
});

test('markup goes in as it is, lists one after the other, and nothing for what is missing', () => {
  const item = (text: string) => html`<li>${text}</li>`;
  expect(html`<ul>${[item('a'), null, item('<b>')]}</ul>${null}${false}${undefined}${0}`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
  );
});

test('only web addresses are linked to', () => {
  expect(linkable('https://x.com/lumen/status/1')).toBe('https://x.com/lumen/status/1');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' JavaScript:alert(1)', 'lumen', '', null])
    expect(linkable(address)).toBeNull();
});
