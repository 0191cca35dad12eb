import { t } from '../lib/i18n';
import type { PostAnswer } from '../lib/model/answers';
import { Judged } from './Judged';

interface Props {
  answer: PostAnswer;
  /** A post of one's own brand: only there advertising is judged. */
  own: boolean;
  onAnswer: (change: PostAnswer) => void;
}

/** What an audit asks of one post, to be looked at on the network itself. */
export function PostAnswers({ answer: { closed, critics, advertising }, own, onAnswer }: Props) {
  return (
    <fieldset class="post-answers">
      <legend>{t('post_answers')}</legend>
      <Judged
        label={t('post_answer_comments')}
        value={closed === undefined ? null : !closed}
        yes={t('post_answer_comments_open')}
        no={t('post_answer_comments_closed')}
        open={t('audit_confirm_open')}
        onValue={(open) => onAnswer({ closed: open === null ? undefined : !open })}
      />
      <Judged
        label={t('post_answer_critics')}
        value={critics === undefined ? null : critics === 'answered'}
        yes={t('post_answer_critics_answered')}
        no={t('post_answer_critics_unanswered')}
        open={t('audit_confirm_open')}
        onValue={(all) => onAnswer({ critics: all === null ? undefined : all ? 'answered' : 'unanswered' })}
      />
      {own && (
        <label class="inline">
          <span>{t('post_answer_advertising')}</span>
          <select
            value={advertising ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onAnswer({ advertising: value === 'named' || value === 'unnamed' || value === 'none' ? value : undefined })
            }
          >
            <option value="">{t('audit_confirm_open')}</option>
            <option value="named">{t('post_answer_advertising_named')}</option>
            <option value="unnamed">{t('post_answer_advertising_unnamed')}</option>
            <option value="none">{t('post_answer_advertising_none')}</option>
          </select>
        </label>
      )}
    </fieldset>
  );
}
