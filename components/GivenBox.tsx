import type { ComponentChildren } from 'preact';
import type { ListName } from '../lib/answer-edits';
import { plural, t } from '../lib/i18n';
import type { BrandAnswers, Kpi, MentionAnswer, Objective } from '../lib/model/answers';
import type { Place } from './answer-places';
import { GivenFigures, GivenRegister } from './GivenFigures';
import { GivenMentions } from './GivenMentions';
import { GivenKpis, GivenObjectives } from './GivenStrategy';

export interface GivenProps {
  answers: BrandAnswers;
  /** Epoch ms. */
  today: number;
  onEdit: (edit: (before: BrandAnswers) => BrandAnswers) => void;
  /** Takes one off a list; it can be undone. */
  onRemove: (list: ListName, item: Objective | Kpi | MentionAnswer, words: string) => void;
}

interface Props extends GivenProps {
  brand: string;
  /** One's own brand, of which strategy, figures and register are known. */
  own: boolean;
  /** Posts of the brand that something was said of. */
  answered: number;
  onPosts: () => void;
}

/** What no page shows and a person knows: of one's own brand its strategy, figures and register, of any its mentions and posts. */
export function GivenBox({ brand, own, answered, onPosts, ...props }: Props) {
  return (
    <details class="setup audit-given">
      <summary>{t('given')}</summary>
      <p class="muted">{t('given_words', brand)}</p>
      {own ? (
        <>
          <Group place="objectives" title={t('criterion_objectives')}>
            <GivenObjectives {...props} />
          </Group>
          <Group place="kpis" title={t('given_kpis')}>
            <GivenKpis {...props} />
          </Group>
          <Group place="figures" title={t('given_figures')} words={t('given_figures_words')}>
            <GivenFigures {...props} />
          </Group>
          <Group place="register" title={t('given_register')}>
            <GivenRegister {...props} />
          </Group>
        </>
      ) : (
        <p class="muted">{t('given_own_only')}</p>
      )}
      <Group place="mentions" title={t('given_mentions')} words={t('given_mentions_words')}>
        <GivenMentions {...props} />
      </Group>
      <Group place="posts" title={t('given_posts')} words={t(own ? 'given_posts_words_own' : 'given_posts_words')}>
        <p>
          <button type="button" onClick={onPosts}>
            {t('given_posts_open')}
          </button>{' '}
          <span class="muted">{plural('given_posts_answered', answered)}</span>
        </p>
      </Group>
    </details>
  );
}

function Group({ place, title, words, children }: { place: Place; title: string; words?: string; children: ComponentChildren }) {
  return (
    <section id={`given-${place}`} class="given-group" aria-labelledby={`given-${place}-title`}>
      <h3 id={`given-${place}-title`}>{title}</h3>
      {words && <p class="muted">{words}</p>}
      {children}
    </section>
  );
}
