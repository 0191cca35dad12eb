import { browser } from 'wxt/browser';
import { t } from './i18n';
import type { CaptureOutcome } from './messages';
import { pictureMissing } from './picture-words';

/** Okabe–Ito blue for done, vermilion for not: told apart without colour by the sign. */
const DONE = '#0072B2';
const NOT = '#D55E00';
/** Bluish green, for what goes on. */
const GOING = '#006B4F';

/** Says on the toolbar button of one tab what a capture came to: how many posts, or "!" with the reason in the title. */
export async function showOutcome(tabId: number, outcome: CaptureOutcome): Promise<void> {
  const text = outcome.ok ? String(outcome.coverage.read) : '!';
  const missing = outcome.ok && outcome.picture && outcome.picture !== 'waiting' ? pictureMissing(outcome.picture) : '';
  const title = outcome.ok
    ? `${t('badge_captured', outcome.coverage.read, outcome.account.name ?? outcome.accountKey)} ${missing}`.trim()
    : t(`refusal_${outcome.refusal.replace('-', '_')}` as 'refusal_failed');
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: outcome.ok && !missing ? DONE : NOT }),
    action.setTitle({ tabId, title }),
  ]).catch(() => undefined); // The tab may be gone by now; then there is nothing to show.
}

/** Counts posts on the toolbar button while a page is followed. */
export async function showFollowing(tabId: number, posts: number): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ tabId, text: String(posts) }),
    action.setBadgeBackgroundColor({ tabId, color: GOING }),
    action.setTitle({ tabId, title: t('badge_following', posts) }),
  ]).catch(() => undefined);
}

/** Takes the badge back, after an undo. */
export async function clearOutcome(tabId: number): Promise<void> {
  await Promise.all([browser.action.setBadgeText({ tabId, text: '' }), browser.action.setTitle({ tabId, title: t('action_title') })]).catch(
    () => undefined,
  );
}
