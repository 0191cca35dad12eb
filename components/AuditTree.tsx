import type { ComponentChildren } from 'preact';
import type { CategoryResult, CriterionResult, PartResult } from '../lib/audits/audit';
import type { AuditRun, Finding } from '../lib/audits/report';
import { actionKey, categoryKey, criterionKey, needKey, questionKey, stateKey, whyKey } from '../lib/audits/words';
import { formatCount, formatShare, plural, t } from '../lib/i18n';
import type { ReportPost } from '../lib/reports/audit-report';
import { LEAST_GAIN } from '../lib/reports/moves';
import { basisText, findingText, gainText, networkText, partText, postsBehind, scoreRange, scoreText } from '../lib/reports/words';
import { AnswerButton, type OnAnswer } from './AnswerButton';
import { AuditChecks } from './AuditChecks';
import { PostsButton } from './AuditMoves';
import { AuditPosts } from './AuditPosts';
import { FindingPictures, type PictureSight } from './FindingPictures';
import { IntervalBar } from './IntervalBar';

/** Of a post's text, enough to know it by. */
const LONGEST = 60;

interface Props {
  run: AuditRun;
  posts: ReadonlyMap<string, ReportPost>;
  onPosts: (finding: Finding) => void;
  /** Where pictures are kept at all. */
  sight?: PictureSight | undefined;
  /** Opens one post. */
  onPost: (postKey: string) => void;
  onAnswer: OnAnswer;
}

/** Every criterion by category, down to its posts; what is not measurable is hatched and says what to do. */
export function AuditTree(props: Props) {
  return (
    <section class="audit-tree">
      <h2>{t('audit_findings')}</h2>
      {props.run.score.categories.map((category) => (
        <Category key={category.id} {...props} category={category} />
      ))}
    </section>
  );
}

function Category({ category, ...props }: Props & { category: CategoryResult }) {
  const { id, score, coverage, counts, weight } = category;
  const own = props.run.criteria.filter((result) => result.category === id);
  return (
    <details class="audit-category">
      <summary>
        <span class="audit-name">{t(categoryKey(id))}</span>
        <Score
          score={score}
          low={null}
          high={null}
          instead={t(coverage === null ? 'state_not_applicable' : 'audit_not_measurable')}
          applies={coverage !== null}
        />
        <span class="muted">
          {coverage === null ? t('state_not_applicable') : t('audit_category_of', scoreText(weight), formatShare(coverage))}
          {coverage !== null && !counts && ` · ${t('audit_does_not_count')}`}
        </span>
      </summary>
      {own.map((result) => (
        <Criterion key={result.id} {...props} result={result} />
      ))}
    </details>
  );
}

function Criterion({ result, ...props }: Props & { result: CriterionResult }) {
  const { id, code, state, score, low, high, coverage, parts } = result;
  return (
    <details class="audit-criterion">
      <summary>
        <span class="audit-name">
          {t(criterionKey(id))} <span class="muted">{code}</span>
        </span>
        <Score score={score} low={low} high={high} instead={t(stateKey(state))} applies={state !== 'not-applicable'} />
        <span class="muted">
          {t(questionKey(id))}
          {score !== null && coverage < 1 && ` · ${t('audit_part_covered', formatShare(coverage))}`}
        </span>
      </summary>
      {parts.map((part) => (
        <Part key={part.network} {...props} result={result} part={part} />
      ))}
    </details>
  );
}

function Score({
  score,
  low,
  high,
  instead,
  applies,
}: Pick<CriterionResult, 'score' | 'low' | 'high'> & { instead: string; applies: boolean }) {
  if (score === null) return <span class={`audit-score${applies ? ' hatched' : ''}`}>{instead}</span>;
  return (
    <span class="audit-score">
      <span>
        <strong>{scoreText(score)}</strong>{' '}
        {low !== null && high !== null && low !== high && <span class="muted">{scoreRange(low, high)}</span>}
      </span>
      <IntervalBar value={score} low={low ?? score} high={high ?? score} max={100} />
    </span>
  );
}

function Part(props: Props & { result: CriterionResult; part: PartResult }) {
  const { run, posts, onPosts, onAnswer, sight, result, part } = props;
  const checks = part.measure?.checks ?? part.open;
  const list = checks && <AuditChecks checks={checks} post={(where) => <PostLink {...props} where={where} />} />;
  const finding = run.findings.find(({ criterion, network }) => criterion === result.id && network === part.network);
  const where = part.network !== null && <strong>{networkText(part.network)} · </strong>;
  const answer = <AnswerButton id={result.id} part={part} onAnswer={onAnswer} />;
  if (!finding) return <Unmeasured part={part} where={where} checks={list} answer={answer} />;
  const behind = postsBehind(run, finding.evidence);
  const about = `${t(criterionKey(result.id))}, ${networkText(part.network)}`;
  return (
    <div class="audit-part">
      <p>
        {where}
        {findingText(finding)}
      </p>
      <p class="muted">
        {t('audit_scored', scoreText(finding.score), part.low === null || part.high === null ? '' : scoreRange(part.low, part.high))} ·{' '}
        {t('n', formatCount(finding.n))}
        {finding.kind === 'checks' && ` · ${basisText(finding.basis)}`}
      </p>
      {list}
      {answer}
      {finding.gain >= LEAST_GAIN && (
        <p>
          {t(actionKey(result.id))} <span class="muted">{t('audit_points_more', gainText(finding.gain))}</span>
        </p>
      )}
      {sight && finding.pictures && <FindingPictures pictures={finding.pictures} sight={sight} />}
      {behind.length > 0 && (
        <details>
          <summary>{plural('audit_posts', behind.length)}</summary>
          <AuditPosts keys={behind} posts={posts} />
          <PostsButton n={behind.length} about={about} onPosts={() => onPosts(finding)} />
        </details>
      )}
    </div>
  );
}

/** The way to the post that a check is about; what is about an account has none. */
function PostLink({ run, posts, onPost, where }: Props & { where: string }) {
  if (!postsBehind(run, [where]).length) return null;
  const words = posts.get(where)?.text.trim().slice(0, LONGEST) || t('audit_report_post_without_text');
  return (
    <button type="button" class="link" onClick={() => onPost(where)}>
      {words}
    </button>
  );
}

type Slots = Record<'where' | 'checks' | 'answer', ComponentChildren>;

function Unmeasured({ part, where, checks, answer }: Slots & { part: PartResult }) {
  const measured = partText(part);
  return (
    <div class={`audit-part${part.state === 'not-applicable' ? '' : ' hatched'}`}>
      <p>
        {where}
        <strong>{t(stateKey(part.state))}.</strong> {part.why && t(whyKey(part.why))} {measured && t('audit_measured', measured)}
      </p>
      {checks}
      {part.need && <p>{t(needKey(part.need))}</p>}
      {answer}
      {part.state === 'failed' && <p>{t('audit_failed_do')}</p>}
    </div>
  );
}
