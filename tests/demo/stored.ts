import { METRIC_NAMES } from '../../lib/model/vocabulary';
import type { DemoPage } from './pages/data';
import type { Row } from './table';

/** Holds `posts.csv` against what the pages truly said at the last capture; says each difference in words. */
export function wrongInPosts(rows: Row[], pages: DemoPage[]): string[] {
  const wrong: string[] = [];
  const keys = new Set(rows.map((row) => row.post_key));
  for (const { truth } of pages)
    for (const post of truth.posts)
      if (post.own && !keys.has(`${truth.network}:${post.id}`)) wrong.push(`posts.csv lacks ${truth.network}:${post.id}`);
  for (const row of rows) {
    const told = pages.flatMap(({ truth }) => truth.posts.filter((post) => `${truth.network}:${post.id}` === row.post_key));
    if (told.length === 0) wrong.push(`posts.csv has ${row.post_key}, which is on no page`);
    for (const name of METRIC_NAMES) {
      if (!row[name]) continue;
      const [low, high] = [Number(row[`${name}_low`]), Number(row[`${name}_high`])];
      const holds = told.some(({ metrics: { [name]: truly } }) => typeof truly === 'number' && low <= truly && truly <= high);
      if (!holds)
        wrong.push(`posts.csv: ${row.post_key} ${name} is ${low}–${high}, truly ${told.map((post) => post.metrics[name]).join(' or ')}`);
    }
  }
  return wrong;
}
