/**
 * Opens saved pages in a real Chromium and shows what the extension reads from them. Page scripts stay off; nothing leaves the machine.
 *   npm run replay -- FILE --url URL [--json]
 *   npm run replay -- --manifest LIST.jsonl --out RESULTS.jsonl [--network x,bluesky] [--layers dom,embedded,response]
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LAYERS, type Layer, type NetworkId } from '../../lib/model/vocabulary';
import { builtExtension } from '../browser/build';
import type { ResultLine, Row } from './manifest';
import { fileOf, resultLine, rowsOf } from './manifest';
import type { Reader } from './reader';
import { startReader } from './reader';
import { captureTable } from './table';

const USAGE =
  'replay FILE --url URL [--network ID] [--layers LAYER,LAYER] [--json]   or   replay --manifest LIST.jsonl --out RESULTS.jsonl [--network ID,ID]';
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    network: { type: 'string' },
    layers: { type: 'string', default: LAYERS.join() },
    json: { type: 'boolean', default: false },
    manifest: { type: 'string' },
    out: { type: 'string' },
  },
});

/** What a body of JSON is read on: a page of its network that shows nothing. */
const EMPTY_PAGE = Buffer.from('<!doctype html><title>replay</title>');
const layers = asked.layers.split(',').filter((layer): layer is Layer => (LAYERS as readonly string[]).includes(layer));

process.exitCode = await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const [file] = positionals;
  if (asked.manifest) return many(asked.manifest, asked.out ?? 'results.jsonl');
  if (file && asked.url) return one(file, asked.url);
  say(`Usage: ${USAGE}`);
  return 2;
}

async function one(file: string, url: string): Promise<number> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!URL.canParse(url)) throw new Error(`${url} is not an address.`);
  const reader = await startReader(builtExtension());
  try {
    const outcome = await reader.read(url, readFileSync(file), { layers });
    for (const error of reader.errors()) say(`console: ${error}`);
    if ('error' in outcome) {
      console.log(asked.json ? JSON.stringify({ file, error: outcome.error }) : `Nothing was read: ${outcome.error}.`);
      return 1;
    }
    if (asked.network && asked.network !== outcome.capture.network) say(`This page was taken for one of ${outcome.capture.network}.`);
    console.log(asked.json ? JSON.stringify(outcome.capture, null, 2) : captureTable(outcome.capture));
    return 0;
  } finally {
    await reader.close();
  }
}

async function many(list: string, out: string): Promise<number> {
  if (!existsSync(list)) throw new Error(`There is no file ${list}.`);
  const networks = asked.network?.split(',').map((name) => name.trim());
  const rows = rowsOf(list, say).filter((row) => !networks || (row.network !== undefined && networks.includes(row.network)));
  const reader = await startReader(builtExtension());
  const started = performance.now();
  const tally = { files: rows.length, read: 0, posts: 0, errors: {} as Record<string, number>, seconds: 0 };
  writeFileSync(out, '');
  try {
    for (const [index, row] of rows.entries()) {
      const before = performance.now();
      const line = await lineFor(reader, list, row);
      appendFileSync(out, `${JSON.stringify(line)}\n`);
      if ('error' in line) tally.errors[line.error] = (tally.errors[line.error] ?? 0) + 1;
      else {
        tally.read += 1;
        tally.posts += line.posts.length;
      }
      const result = 'error' in line ? line.error : `${line.posts.length} posts`;
      if (!asked.json) say(`${index + 1}/${rows.length} ${row.file}  ${result}  ${Math.round(performance.now() - before)} ms`);
    }
    for (const error of reader.errors()) say(`console: ${error}`);
  } finally {
    await reader.close();
  }
  tally.seconds = Math.round((performance.now() - started) / 100) / 10;
  const errors = Object.entries(tally.errors).map(([error, count]) => `${count} × ${error}`);
  const summary = [`${tally.read} of ${tally.files} pages read, ${tally.posts} posts, ${tally.seconds} s`, ...errors].join('; ');
  console.log(asked.json ? JSON.stringify(tally) : `${summary}\n${out}`);
  return 0;
}

async function lineFor(reader: Reader, list: string, row: Row): Promise<ResultLine> {
  if (!row.url || !URL.canParse(row.url)) return { file: row.file, error: 'no address' };
  const path = fileOf(list, row);
  if (!existsSync(path)) return { file: row.file, error: 'no such file' };
  const body = readFileSync(path);
  const outcome =
    row.mode === 'payload'
      ? await reader.read(row.url, EMPTY_PAGE, { layers: ['response'], bodies: [body.toString('utf8')], network: row.network as NetworkId })
      : await reader.read(row.url, body, { layers: row.mode === 'embedded' ? ['embedded'] : layers });
  return 'error' in outcome ? { file: row.file, error: outcome.error } : resultLine(row.file, outcome.capture);
}
