import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../lib/model/vocabulary';
import { chosen, pageOf } from './page';

const file = (text: string) => Buffer.from(text);
const page = file('<!doctype html><p>{"a":1}');

describe('files to replay', () => {
  it('are a page, and what it received as precise mode keeps it', () => {
    const bodies = ['for (;;);{"a":1}', 'data: {"b":2}\n\n'].map(file);
    expect(pageOf([page, ...bodies], [...LAYERS])).toEqual({
      page,
      options: { layers: [...LAYERS], bodies: ['for (;;);{"a":1}', '{"b":2}'] },
    });
  });

  it('are bodies alone where there is no page, and then nothing else is read', () => {
    const { page: empty, options } = pageOf([file('{"a":1}')], [...LAYERS]);
    expect(empty.toString()).not.toContain('{');
    expect(options).toEqual({ layers: ['response'], bodies: ['{"a":1}'] });
    expect(pageOf([file('{"a":1}')], ['dom']).options.layers).toEqual([]);
  });

  it.each([
    ['pt-BR', '<html lang="pt-BR">'],
    ['en, India (signed in)', '<html lang="en">'],
    ['"><script>', '<!doctype html><title>'],
    ['', '<!doctype html><title>'],
  ])('bodies alone are in the language %s', (locale, start) => {
    expect(pageOf([file('{"a":1}')], [...LAYERS], locale).page.toString()).toContain(start);
  });

  it('the same body twice is two, and two pages are refused', () => {
    expect(pageOf([file('[1]'), file('[1]')], [...LAYERS]).options.bodies).toEqual(['[1]', '[1]']);
    expect(() => pageOf([page, page], [...LAYERS])).toThrow('may be a page');
  });
});

it('names are in their own order, and a strange one is no silence', () => {
  expect(chosen('layer', 'response, dom', LAYERS)).toEqual(['dom', 'response']);
  expect(() => chosen('layer', 'dom,json', LAYERS)).toThrow('There is no layer "json". There are: dom, embedded, response.');
});
