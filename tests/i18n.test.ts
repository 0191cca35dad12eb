import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf } from './components/browser';

const en = messagesOf('en');
const fr = messagesOf('fr');
const keys = Object.keys(en);
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();
const sources = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

describe('messages', () => {
  it('exist in both languages, and none is empty', () => {
    expect(Object.keys(fr).sort()).toEqual([...keys].sort());
    const empty = keys.filter((key) => !en[key]?.message.trim() || !fr[key]?.message.trim());
    expect(empty).toEqual([]);
  });

  it('have the same placeholders in both languages, and keys that browsers accept', () => {
    const different = keys.filter((key) => `${placeholders(en[key]?.message ?? '')}` !== `${placeholders(fr[key]?.message ?? '')}`);
    expect(different).toEqual([]);
    expect(keys.filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
  });

  it('hold both forms where a number decides', () => {
    const halves = keys.filter((key) => /_one$/.test(key) !== keys.includes(key.replace(/_one$/, '_other')) && /_one$/.test(key));
    expect(halves).toEqual([]);
    expect(keys.filter((key) => /_other$/.test(key) && !keys.includes(key.replace(/_other$/, '_one')))).toEqual([]);
  });

  it('are written as French is: narrow no-break spaces, « », typographic apostrophes', () => {
    const wrong = keys.filter((key) =>
      /(?<!\u202f)[;!?»]|(?<![\u202f\d])%|«(?!\u202f)|'|\d % /.test((fr[key]?.message ?? '').replace(/^[?%]/, '')),
    );
    // A spreadsheet's separators are quoted as they are.
    expect(wrong.filter((key) => !['csv_fr', 'csv_en'].includes(key))).toEqual([]);
    const colon = keys.filter((key) => /(?<!\u202f):/.test(fr[key]?.message ?? ''));
    expect(colon).toEqual([]);
  });

  it('raise no voice', () => {
    expect(keys.filter((key) => /!/.test(`${en[key]?.message}${fr[key]?.message}`))).toEqual([]);
  });

  it('are all used', () => {
    const code = sources.map(({ text }) => text).join('\n');
    const manifest = readFileSync('wxt.config.ts', 'utf8');
    const built = [...code.matchAll(/`([a-zA-Z0-9_]*)\$\{[^`]*?\}([a-zA-Z0-9_]*)`/g)].map(
      ([, head = '', tail = '']) => [head, tail] as const,
    );
    const unused = keys.filter((key) => {
      const base = key.replace(/_(one|other)$/, '');
      if (code.includes(`'${key}'`) || code.includes(`'${base}'`) || manifest.includes(key)) return false;
      return !built.some(([head, tail]) => head.endsWith('_') && base.startsWith(head) && base.endsWith(tail));
    });
    expect(unused).toEqual([]);
  });
});

describe('components', () => {
  it('hold no text of their own', () => {
    // Words between tags, or in attributes that are read aloud.
    const literal = />\s*([A-Za-zÀ-ÿ][^<>{}=;()]*[a-zà-ÿ]{2}[^<>{}=;()]*)<\/|(?:aria-label|title|placeholder|alt)="([^"]+)"/g;
    const found = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap(({ name, text }) => [...text.matchAll(literal)].map((match) => `${name}: ${match[1] ?? match[2]}`));
    expect(found).toEqual([]);
  });
});
