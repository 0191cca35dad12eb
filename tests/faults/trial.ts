import { parseArgs } from 'node:util';
import type { Audit } from './audit';
import type { Backend, LedgerStage } from './ledger-stage';

export interface Asked {
  count: number;
  backend: Backend;
  json: boolean;
}

/** What a trial of the ledger prints: what was done, what the audit found, and whether the bar holds. */
export interface Outcome {
  fault: string;
  met: boolean;
  acknowledged: number;
  failedSends: number;
  lost: number;
  torn: number;
  doubled: number;
  drift: number;
  apart: number;
  unhandled: number;
  [figure: string]: unknown;
}

/** Reads `--count N --backend leveldb|sqlite --json`. */
export function asked(args: string[], count: number): Asked {
  const { values } = parseArgs({
    args,
    options: { count: { type: 'string' }, backend: { type: 'string', default: 'leveldb' }, json: { type: 'boolean', default: false } },
  });
  const { backend } = values;
  if (backend !== 'leveldb' && backend !== 'sqlite') throw new Error(`--backend is leveldb or sqlite, not ${backend}`);
  return { count: Number(values.count ?? count), backend, json: values.json };
}

/** Says on stderr how far a trial is. */
export const progress = (line: string) => process.stderr.write(`${line}\n`);

/** Nothing acknowledged is lost, torn or doubled, all derived figures are right, and no promise was left to fail. */
export function outcomeOf(
  fault: string,
  stage: Pick<LedgerStage, 'acknowledged' | 'failed' | 'errors' | 'onDisk' | 'backend'>,
  audit: Audit,
  more: Record<string, unknown> = {},
): Outcome {
  const unhandled = stage.errors().filter((error) => error.includes('Uncaught'));
  const counts = { lost: audit.lost.length, torn: audit.torn.length, doubled: audit.doubled.length, drift: audit.drift.length };
  const clean = Object.values(counts).every((count) => count === 0) && audit.apart === 0 && unhandled.length === 0;
  for (const [name, found] of Object.entries({ ...audit, unhandled }))
    if (Array.isArray(found) && found.length && name !== 'restored') progress(`${name}: ${JSON.stringify(found.slice(0, 5))}`);
  const figures = { acknowledged: stage.acknowledged.size, captures: audit.captures, failedSends: stage.failed() };
  const onDisk = stage.onDisk();
  return {
    fault,
    // A browser that keeps databases otherwise than it was told to has tried nothing.
    met: clean && onDisk === stage.backend,
    ...figures,
    onDisk,
    ...counts,
    apart: audit.apart,
    unhandled: unhandled.length,
    restores: audit.restored.length,
    ...more,
  };
}

/** Prints the outcome on one line; the exit code. */
export function report(outcome: { met: boolean } & Record<string, unknown>, { json }: Pick<Asked, 'json'>): number {
  const text = Object.entries(outcome).map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  process.stdout.write(`${json ? JSON.stringify(outcome) : text.join('\n')}\n`);
  return outcome.met ? 0 : 1;
}
