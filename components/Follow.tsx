import { plural, t } from '../lib/i18n';
import type { FollowState } from '../lib/messages';

interface CountProps {
  following: FollowState;
  /** Where the count stands at the top of the side panel, the way to end it stands beside it. */
  onStop?: (() => void) | undefined;
}

/** How many posts follow mode has read so far, and what to do meanwhile. */
export function FollowCount({ following, onStop }: CountProps) {
  return (
    <section class="capture-following">
      <p class="quiet">
        <span class="pulse" aria-hidden="true" /> {t('following')}
      </p>
      <h1>{plural('follow_posts', following.posts)}</h1>
      {onStop && (
        <button type="button" class="primary" onClick={onStop}>
          {t('follow_stop')}
        </button>
      )}
      <p class="quiet">{t(onStop ? 'follow_words_panel' : 'follow_words')}</p>
    </section>
  );
}

/** Networks show a page in pieces: what to do for more posts than are in it now. */
export function FollowOffer({ onFollow }: { onFollow: () => void }) {
  return (
    <p class="capture-more">
      {t('follow_offer')}{' '}
      <button type="button" class="link" onClick={onFollow}>
        {t('follow_start')}
      </button>
    </p>
  );
}
