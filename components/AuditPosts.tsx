import { formatDay, plural, t } from '../lib/i18n';
import type { ReportPost } from '../lib/reports/audit-report';
import { linkable } from '../lib/reports/html';

/** The rest is a click away, in the list of posts. */
const MOST = 10;

/** The newest posts behind a finding, each with the way to it. */
export function AuditPosts({ keys, posts }: { keys: readonly string[]; posts: ReadonlyMap<string, ReportPost> }) {
  const known = keys.flatMap((key) => {
    const post = posts.get(key);
    return post ? [{ key, ...post }] : [];
  });
  const shown = known.sort((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, MOST);
  const gone = keys.length - known.length;
  return (
    <>
      <ul class="audit-posts">
        {shown.map(({ key, text, url, published }) => {
          const address = linkable(url);
          const words = text.trim() || t('audit_report_post_without_text');
          return (
            <li key={key}>
              <span class="muted">{published === null ? t('undated') : formatDay(published)}</span>
              <span class="clamped">
                {address ? (
                  <a href={address} target="_blank" rel="noopener noreferrer">
                    {words}
                  </a>
                ) : (
                  words
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {gone > 0 && <p class="muted">{plural('audit_posts_gone', gone)}</p>}
    </>
  );
}
