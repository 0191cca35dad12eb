import type { Layer } from '../../lib/model/vocabulary';
import { keeper } from '../../lib/precise/kept';
import type { ReplayOptions } from './reader';

/** What bodies of JSON are read on where there is no page: one that shows nothing, in the language that the bodies' own page was in. */
const emptyPage = (locale: string) => {
  const [lang] = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*\b/i.exec(locale) ?? [];
  return Buffer.from(`<!doctype html>${lang ? `<html lang="${lang}">` : ''}<title>replay</title>`);
};

/**
 * Saved files as the page to open and what it received. A body is whatever precise mode would have kept, in the form in which it would have
 * kept it; without a page bodies are read alone.
 */
export function pageOf(files: readonly Buffer[], layers: Layer[], locale = ''): { page: Buffer; options: ReplayOptions } {
  const memory = keeper();
  const pages = files.filter((file) => {
    const before = memory.all().at(-1);
    memory.keep(file.toString('utf8'), '', 0);
    return memory.all().at(-1) === before;
  });
  if (pages.length > 1) throw new Error('Only one of the files may be a page; the others are JSON that it received.');
  const [page] = pages;
  const bodies = memory.all().map(({ text }) => text);
  const read = page ? layers : layers.filter((layer) => layer === 'response');
  return { page: page ?? emptyPage(locale), options: { layers: read, ...(bodies.length && { bodies }) } };
}

/** Names of a list as a person typed them, with commas between; throws where one of them is none. */
export function chosen<T extends string>(what: string, typed: string, known: readonly T[]): T[] {
  const names = typed.split(',').map((name) => name.trim());
  const strange = names.find((name) => !known.some((each) => each === name));
  if (strange !== undefined) throw new Error(`There is no ${what} "${strange}". There are: ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}
