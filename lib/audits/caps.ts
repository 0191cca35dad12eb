import type { Cap, Check, CriterionId, CriterionResult } from './audit';

/** Days without a post after which a brand is taken to have left. */
const SILENT_DAYS = 90;
const FEWEST_COMMENTS = 20;
const HARDLY_ANY = 0.05;

/** What keeps a grade down whatever the points, with its numbers and evidence; read from the results, so that a frozen audit has the same. */
export function capsOf(results: readonly CriterionResult[]): Cap[] {
  const parts = (id: CriterionId) => results.find((result) => result.id === id)?.parts ?? [];
  const failed = (id: CriterionId, ...checks: string[]): Check[] =>
    parts(id).flatMap(({ measure }) => measure?.checks?.filter((check) => checks.includes(check.id) && check.passed === false) ?? []);
  const caps: Cap[] = [];
  const add = (id: Cap['id'], most: Cap['most'], found: Check[]) => {
    if (found.length) caps.push({ id, most, values: [found.length], evidence: found.flatMap(({ where }) => where ?? []) });
  };
  const silences = parts('alive').flatMap(({ measure }) => measure ?? []);
  const shortest = silences.reduce((least, { value, low }) => Math.min(least, low ?? value), Number.POSITIVE_INFINITY);
  if (silences.length && silences.length === parts('alive').length && shortest >= SILENT_DAYS)
    caps.push({ id: 'silent', most: 'D', values: [Math.floor(shortest)], evidence: silences.flatMap(({ evidence }) => evidence) });
  add('closed', 'B', failed('openness', 'commentsOpen'));
  const replies = parts('replyRate').flatMap(({ measure }) => (measure?.share ? [{ ...measure.share, evidence: measure.evidence }] : []));
  const [hits, of] = [replies.reduce((sum, reply) => sum + reply.hits, 0), replies.reduce((sum, reply) => sum + reply.of, 0)];
  if (of >= FEWEST_COMMENTS && hits / of < HARDLY_ANY)
    caps.push({ id: 'unanswering', most: 'B', values: [hits, of], evidence: replies.flatMap(({ evidence }) => evidence) });
  add('deadLink', 'B', failed('link', 'linkAlive', 'linkSafe'));
  add('undisclosed', 'C', failed('disclosure', 'disclosed'));
  add('noObjective', 'B', failed('objectives', 'anyObjective'));
  return caps;
}
