import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Capture } from '../../lib/model/capture';

/** One line of a list of saved pages. Everything but `file` may be missing. */
export interface Row {
  file: string;
  url?: string;
  network?: string;
  mode?: string;
  /** Interface language, which a body of JSON alone does not say. */
  locale?: string;
}

/** One line of results: what was read from one file, or why nothing was. */
export type ResultLine =
  | { file: string; error: string; ms?: number }
  | {
      file: string;
      account: { handle: string | null; followers: Capture['account']['followers'] };
      posts: Pick<Capture['posts'][number], 'id' | 'aliases' | 'url' | 'metrics'>[];
      ms: number;
    };

/** Rows of a list of saved pages; a line that is no row is reported and passed over. */
export function rowsOf(path: string, report: (line: string) => void): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const row = parsed(line);
      if (row) return [row];
      report(`${path}:${index + 1} is not a row with a file name.`);
      return [];
    });
}

function parsed(line: string): Row | null {
  try {
    const row = JSON.parse(line) as Partial<Row> | null;
    return typeof row?.file === 'string' ? { ...row, file: row.file } : null;
  } catch {
    return null;
  }
}

/** Where a row's file lies: beside its list. */
export const fileOf = (list: string, row: Row) => join(dirname(list), row.file);

/** The line of results for one capture. */
export function resultLine(file: string, capture: Capture): ResultLine {
  const posts = capture.posts.map(({ id, aliases, url, metrics }) => ({ id, aliases, url, metrics }));
  return { file, account: { handle: capture.account.handle, followers: capture.account.followers }, posts, ms: Math.round(capture.ms) };
}
