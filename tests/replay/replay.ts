/**
 * Opens saved pages in a real Chromium and shows what the extension reads from them. Page scripts stay off; nothing leaves the machine.
 * Files of JSON are bodies that the page received, and go through what precise mode puts them through.
 *   npm run replay -- PAGE.html [BODY.json …] --url URL [--network ID] [--layers dom,embedded,response] [--locale pt-BR, for bodies alone] [--json]
 *   npm run replay -- --manifest LIST.jsonl --out RESULTS.jsonl [--network x,bluesky] [--layers dom,embedded,response]
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LAYERS, type Layer, NETWORK_IDS, type NetworkId } from '../../lib/model/vocabulary';
import { builtExtension } from '../browser/build';
import type { ResultLine, Row } from './manifest';
import { fileOf, resultLine, rowsOf } from './manifest';
import { chosen, pageOf } from './page';
import type { Reader } from './reader';
import { startReader } from './reader';
import { captureTable } from './table';

const USAGE =
  'replay FILE [FILE …] --url URL [--network ID] [--layers LAYER,LAYER] [--locale TAG] [--json]   or   replay --manifest LIST.jsonl --out RESULTS.jsonl [--network ID,ID]';
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    network: { type: 'string' },
    locale: { type: 'string' },
    layers: { type: 'string', default: LAYERS.join() },
    json: { type: 'boolean', default: false },
    manifest: { type: 'string' },
    out: { type: 'string' },
  },
});

process.exitCode = await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const layers = chosen('layer', asked.layers, LAYERS);
  const ids = asked.network === undefined ? null : chosen('network', asked.network, NETWORK_IDS);
  if (asked.manifest) return many(asked.manifest, asked.out ?? 'results.jsonl', layers, ids);
  if (positionals.length && asked.url) return one(positionals, asked.url, layers, ids?.[0], asked.locale);
  say(`Usage: ${USAGE}`);
  return 2;
}

async function one(files: string[], url: string, layers: Layer[], network?: NetworkId, locale?: string): Promise<number> {
  const missing = files.find((file) => !existsSync(file));
  if (missing) throw new Error(`There is no file ${missing}.`);
  if (!URL.canParse(url)) throw new Error(`${url} is not an address.`);
  const { page, options } = pageOf(
    files.map((file) => readFileSync(file)),
    layers,
    locale,
  );
  const reader = await startReader(builtExtension());
  try {
    const outcome = await reader.read(url, page, network ? { ...options, network } : options);
    for (const error of reader.errors()) say(`console: ${error}`);
    if ('error' in outcome) {
      console.log(asked.json ? JSON.stringify({ file: files[0], error: outcome.error }) : `Nothing was read: ${outcome.error}.`);
      return 1;
    }
    console.log(asked.json ? JSON.stringify(outcome.capture) : captureTable(outcome.capture));
    return 0;
  } finally {
    await reader.close();
  }
}

async function many(list: string, out: string, layers: Layer[], ids: NetworkId[] | null): Promise<number> {
  if (!existsSync(list)) throw new Error(`There is no file ${list}.`);
  const rows = rowsOf(list, say).filter(({ network }) => !ids || ids.some((id) => id === network));
  const reader = await startReader(builtExtension());
  const started = performance.now();
  const tally = { files: rows.length, read: 0, posts: 0, errors: {} as Record<string, number>, seconds: 0 };
  writeFileSync(out, '');
  try {
    for (const [index, row] of rows.entries()) {
      const before = performance.now();
      const line = await lineFor(reader, list, row, layers);
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

async function lineFor(reader: Reader, list: string, row: Row, layers: Layer[]): Promise<ResultLine> {
  if (!row.url || !URL.canParse(row.url)) return { file: row.file, error: 'no address' };
  const path = fileOf(list, row);
  if (!existsSync(path)) return { file: row.file, error: 'no such file' };
  const { page, options } = pageOf([readFileSync(path)], row.mode === 'embedded' ? ['embedded'] : layers, row.locale);
  const outcome = await reader.read(row.url, page, row.mode === 'payload' ? { ...options, network: row.network as NetworkId } : options);
  return 'error' in outcome ? { file: row.file, error: outcome.error } : resultLine(row.file, outcome.capture);
}
