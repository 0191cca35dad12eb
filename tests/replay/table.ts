import type { Capture } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import { METRIC_NAMES } from '../../lib/model/vocabulary';

const UNKNOWN: Partial<Record<Reading['as'], string>> = { hidden: 'hidden', absent: '—', unread: '?' };

/** A capture as text: the account, then a line a post with each reading's bounds, kind and source, then the coverage. */
export function captureTable(capture: Capture): string {
  const { account, surface, coverage } = capture;
  const head = [
    `${capture.network} ${surface.kind}${surface.tab ? ` (${surface.tab})` : ''} · ${account.name ?? '?'} @${account.handle ?? '?'} · ${capture.url}`,
    `followers ${shown(account.followers)} · following ${shown(account.following)} · posts ${shown(account.posts)}`,
    `page language ${capture.locale} · reader ${capture.network} ${capture.adapter} · read in ${Math.round(capture.ms)} ms`,
  ];
  const posts = capture.posts.flatMap((post) => {
    const flags = Object.entries(post.flags).flatMap(([name, on]) => (on ? [name] : []));
    const when = post.published ? `${new Date(post.published.value).toISOString().slice(0, 16)} (${post.published.from})` : 'undated';
    const metrics = METRIC_NAMES.flatMap((name) => {
      const reading = post.metrics[name];
      return reading ? [`    ${name.padEnd(9)}${shown(reading)}`] : [];
    });
    return ['', [post.id, when, post.format ?? 'format unknown', ...flags, post.url ?? ''].join(' · '), ...metrics];
  });
  return [...head, ...posts, '', coverageLine(coverage)].join('\n');
}

function coverageLine(coverage: Capture['coverage']): string {
  const perMetric = (word: string, counts: Partial<Record<string, number>>) =>
    Object.entries(counts).map(([name, count]) => `${name} ${word} on ${count}`);
  return [
    `${coverage.read} of ${coverage.seen} posts read`,
    ...(coverage.unreadable ? [`${coverage.unreadable} without an id`] : []),
    ...(coverage.others ? [`${coverage.others} by others`] : []),
    ...perMetric('unread', coverage.unread),
    ...perMetric('hidden', coverage.hidden),
    ...(coverage.conflicts ? [`${coverage.conflicts} conflicts`] : []),
    ...(coverage.partial ? [`partial: ${coverage.partial}`] : []),
    `layers: ${coverage.layers.join(', ') || 'none'}`,
  ].join(' · ');
}

/** `1500 [1450–1549] rounded, label "1.5K likes"`; unknown counts have no number. */
function shown({ value, low, high, as, from, raw }: Reading): string {
  const number = value === null ? (UNKNOWN[as] ?? '?') : low === high ? String(value) : `${value} [${low}–${high}]`;
  return `${number} ${as}, ${from}${raw ? ` "${raw}"` : ''}`;
}
