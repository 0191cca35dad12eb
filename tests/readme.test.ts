import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTable } from './readme';

const ROOT = join(import.meta.dirname, '..');
const LARGEST_PICTURE = 150_000;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('README.md', () => {
  it('holds the table of networks as the code says it', () => {
    expect(readme).toBe(withTable(readme));
  });

  it('shows pictures that are there and small', () => {
    const pictures = [...readme.matchAll(/(?:src="|\]\()(\.github\/pictures\/[^")]+)/g)].map(([, path]) => path ?? '');
    expect(pictures.length).toBeGreaterThan(2);
    for (const path of pictures) expect(statSync(join(ROOT, path)).size, path).toBeLessThan(LARGEST_PICTURE);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s names commands and files that exist', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [, path = ''] of text.matchAll(/`((?:lib|tests|entrypoints|components|public)\/[\w./-]+)`/g))
      expect(statSync(join(ROOT, path))).toBeTruthy();
  });
});
