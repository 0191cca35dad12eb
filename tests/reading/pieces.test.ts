// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { numberPieces } from '../../lib/reading/pieces';

const element = (html: string) => new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html').body.children[0] as Element;

test.each([
  ['<b>41</b> replies', 1],
  ['<b>41</b><b>900</b>', 2],
  ['30,7 mil<!-- --> seguidores', 1],
  ['٢٬٣٤٥', 1],
  ['none', 0],
])('%s has %i pieces with a number', (html, count) => expect(numberPieces(element(html))).toHaveLength(count));

test('a form that shadows the document’s methods changes nothing', () => {
  expect(numberPieces(element('<form name="createTreeWalker">5</form>'))).toEqual(['5']);
});
