import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import { percentiles } from '../../lib/benchmark/percentile';
import { xFactors } from '../../lib/benchmark/x-factor';
import { benchmarkCsv } from '../../lib/exports/benchmark-csv';
import { flavourFor } from '../../lib/exports/csv';
import { postRows, postsCsv } from '../../lib/exports/posts-csv';
import type { Capture } from '../../lib/model/capture';
import { postKey } from '../../lib/model/keys';
import type { PostRecord } from '../../lib/model/records';
import { sampleStudy } from '../../lib/sample';
import { fold } from '../benchmark/fold';
import { findLibreOffice } from '../browser/find';

/** Windows locale numbers, as LibreOffice's filter options name languages. */
const LANGUAGES = [
  ['fr', 1036],
  ['en', 1033],
] as const;
const NOW = Date.UTC(2026, 10, 22, 12);
const HOSTILE = '=1+1;"été",\nsuite';
const folder = mkdtempSync(join(tmpdir(), 'jauge-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Read = { value: number | string | null };

/** Opens CSV files as LibreOffice does in a language, without asking, and returns for each its lines by column. */
function open(files: Record<string, string>, delimiter: string, locale: number): Record<string, Record<string, Read>[]> {
  const names = Object.keys(files);
  for (const name of names) writeFileSync(join(folder, `${name}.csv`), files[name] ?? '');
  // Delimiter, quote, UTF-8, first line, columns as they are, language, quoted cells not forced to text, special numbers looked for.
  const filter = `Text - txt - csv (StarCalc):${delimiter.charCodeAt(0)},34,76,1,,${locale},false,true`;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const paths = names.map((name) => join(folder, `${name}.csv`));
  execFileSync(findLibreOffice(), [profile, '--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', folder, ...paths], {
    stdio: 'pipe',
  });
  return Object.fromEntries(names.map((name) => [name, byColumn(sheet(readFileSync(join(folder, `${name}.fods`), 'utf8')))]));
}

const byColumn = ([head = [], ...rows]: Read[][]) =>
  rows.map((row) => Object.fromEntries(head.map((column, i) => [String(column.value), row[i] ?? { value: null }])));

/** Cells of a flat OpenDocument sheet, numbers as numbers. */
function sheet(xml: string): Read[][] {
  return [...xml.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(([, attributes = '', content = '']) => {
      const number = /office:value="([^"]*)"/.exec(attributes)?.[1];
      const text = [...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, line = '']) => plain(line)).join('\n');
      const value = number !== undefined ? Number(number) : text || null;
      const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      return Array.from({ length: Math.min(times, 100) }, () => ({ value }));
    }),
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

describe.each(LANGUAGES)('files opened in LibreOffice (%s)', (language, locale) => {
  const { study, captures } = sampleStudy(NOW);
  const { rollups, accounts } = fold(captures);
  const result = benchmark(study, rollups, accounts, NOW);
  const states = rollups.flatMap((rollup) => rollup.posts);
  const xFactor = xFactors(rollups);
  const records = recordsOf(captures, states[0]?.postKey);
  const rows = postRows(study, states, records, accounts, xFactor, percentiles(rollups, xFactor), () => []);
  let files: ReturnType<typeof open>;
  beforeAll(() => {
    const flavour = flavourFor(language);
    files = open({ benchmark: benchmarkCsv(result, study, flavour), posts: postsCsv(rows, flavour) }, flavour.delimiter, locale);
  });

  test('benchmark.csv: figures are numbers, unknown ones are empty, accents survive', () => {
    const lines = files.benchmark ?? [];
    for (const row of result.rows) {
      const er = lines.find((line) => line.brand?.value === row.name && line.metric?.value === 'er_followers');
      expect(er?.value?.value).toBeCloseTo(row.kpis.erFollowers.value ?? Number.NaN, 11);
      expect(er?.low?.value).toBeCloseTo(row.kpis.erFollowers.low ?? Number.NaN, 11);
      expect(er?.posts_used?.value).toBe(row.posts.used);
      expect(er?.period_to?.value).toBe('2026-11-22T12:00:00Z');
    }
    const unknown = lines.find((line) => line.role?.value === 'inspiration' && line.metric?.value === 'followers');
    expect([unknown?.value?.value, unknown?.low?.value, unknown?.reason?.value]).toEqual([null, null, 'hidden']);
  });

  test('posts.csv: counts are numbers, ids keep every digit, no text is run, moved or lost', () => {
    const lines = files.posts ?? [];
    expect(lines).toHaveLength(rows.length);
    for (const [i, { state, record, brand }] of rows.entries()) {
      const line = lines[i];
      expect([line?.brand?.value, line?.post_key?.value, line?.url?.value]).toEqual([brand, state.postKey, record?.url]);
      expect(line?.text?.value).toBe(record?.text === HOSTILE ? `'${HOSTILE}` : record?.text);
      for (const metric of ['likes', 'comments', 'shares', 'views'] as const) {
        expect(line?.[metric]?.value).toBe(state.metrics[metric]?.value ?? null);
        expect(line?.[`${metric}_as`]?.value).toBe(state.metrics[metric]?.as ?? 'absent');
      }
      expect(line?.published_at?.value).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(typeof line?.pinned?.value).toBe('number');
    }
    expect(lines.some((line) => line.text?.value === `'${HOSTILE}`)).toBe(true);
    expect(lines.some((line) => typeof line.er_followers?.value === 'number')).toBe(true);
  });
});

/** The lasting records of all posts; one of them says what must not be run. */
function recordsOf(captures: Capture[], hostile: string | undefined): PostRecord[] {
  return captures.flatMap((capture) =>
    capture.posts.map(({ id, aliases, url, author, published, format, text }): PostRecord => {
      const key = postKey(capture.network, id);
      const identity = { postKey: key, accountKey: '', network: capture.network, id, aliases, url, author, published, format };
      return { ...identity, text: key === hostile ? HOSTILE : text, firstSeenAt: 0, lastSeenAt: 0 };
    }),
  );
}
