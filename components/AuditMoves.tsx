import type { CriterionId, CriterionResult } from '../lib/audits/audit';
import type { AuditRun, Finding } from '../lib/audits/report';
import { actionKey, criterionKey, effortKey, needKey } from '../lib/audits/words';
import { formatList, plural, t } from '../lib/i18n';
import { movesOf } from '../lib/reports/moves';
import { toCapture } from '../lib/reports/verdict';
import { findingText, gainText, networkText, postsBehind } from '../lib/reports/words';
import { AnswerButton, type OnAnswer } from './AnswerButton';
import { placeOf } from './answer-places';
import { TableScroll } from './TableScroll';

interface Props {
  run: AuditRun;
  /** Leads to the posts that a finding rests on. */
  onPosts: (finding: Finding) => void;
}

/** Findings by what they would bring for their effort, each with the way to its posts. */
export function AuditMoves({ run, onPosts }: Props) {
  const moves = movesOf(run);
  if (!moves.length) return null;
  return (
    <section>
      <h2>{t('audit_moves')}</h2>
      <p class="muted hint">{t('audit_moves_words')}</p>
      <TableScroll label={t('audit_moves')}>
        <table class="audit-moves">
          <thead>
            <tr>
              <th scope="col">{t('audit_what_to_do')}</th>
              <th scope="col">{t('audit_finding')}</th>
              <th scope="col">{t('audit_effort')}</th>
              <th scope="col" class="numeric">
                {t('audit_points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((finding) => (
              <Move key={`${finding.criterion} ${finding.network}`} run={run} finding={finding} onPosts={onPosts} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Move({ run, finding, onPosts }: Props & { finding: Finding }) {
  const { criterion, network, effort, gain, evidence } = finding;
  return (
    <tr>
      <th scope="row">
        <span class="brand-name">{t(criterionKey(criterion))}</span> <span class="muted">{networkText(network)}</span>
        <span class="audit-do">{t(actionKey(criterion))}</span>
      </th>
      <td>
        {findingText(finding)}{' '}
        <PostsButton
          n={postsBehind(run, evidence).length}
          about={`${t(criterionKey(criterion))}, ${networkText(network)}`}
          onPosts={() => onPosts(finding)}
        />
      </td>
      <td>{t(effortKey(effort))}</td>
      <td class="numeric">{gainText(gain)}</td>
    </tr>
  );
}

/** The way to the posts behind something; nothing where no post is. */
export function PostsButton({ n, about, onPosts }: { n: number; about: string; onPosts: () => void }) {
  if (n === 0) return null;
  const label = plural('audit_posts', n);
  return (
    <button type="button" class="link" aria-label={`${label}. ${t('audit_posts_of', about)}`} onClick={onPosts}>
      {label}
    </button>
  );
}

/** What to capture or to say next, by how much of the audit waits for it. */
export function AuditMissing({ run, onAnswer }: { run: AuditRun; onAnswer: OnAnswer }) {
  const waiting = toCapture(run);
  if (!waiting.length) return null;
  return (
    <section>
      <h2>{t('audit_missing')}</h2>
      <ul class="audit-missing">
        {waiting.map(({ need, criteria, weight }) => (
          <li key={need}>
            {t(needKey(need))}{' '}
            <span class="muted">
              {plural('audit_weight_waits', Math.round(weight))} {formatList(criteria.map((id) => t(criterionKey(id))))}
            </span>{' '}
            {byPlace(run, criteria).map((result) => (
              <AnswerButton key={result.id} id={result.id} part={asPart(result)} onAnswer={onAnswer} inline />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Waits as a whole, on whatever network. */
const asPart = (result: CriterionResult) => ({ ...result, measure: null, network: null });

/** One criterion for each place where something is to be said. */
function byPlace({ criteria }: AuditRun, waiting: readonly CriterionId[]): CriterionResult[] {
  const results = criteria.filter(({ id }) => waiting.includes(id));
  const placeAt = (result: CriterionResult) => placeOf(result.id, asPart(result));
  return results.filter((result, index) => results.findIndex((other) => placeAt(other) === placeAt(result)) === index);
}
