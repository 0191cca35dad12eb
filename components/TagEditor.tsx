import { useEffect } from 'preact/hooks';
import { digitOf } from '../lib/digit-key';
import { type MessageKey, t } from '../lib/i18n';
import { FIXED_TAGS } from '../lib/model/vocabulary';
import { Icon } from './Icon';
import { isFixedTag, tagName } from './tags';

interface Props {
  /** Tags of the post. */
  tags: readonly string[];
  /** The workspace's own words. */
  words: readonly string[];
  onToggle: (tag: string, on: boolean) => void;
  onAdd: (typed: string) => void;
  onForget: (word: string) => void;
}

/** The tags of one post: each a switch, the first nine also by their digit, while nobody types. */
export function TagEditor({ tags, words, onToggle, onAdd, onForget }: Props) {
  const choices = [...new Set([...FIXED_TAGS, ...words, ...tags])];
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      const tag = typing ? undefined : choices[(digitOf(event) ?? 0) - 1];
      if (tag === undefined) return;
      event.preventDefault();
      onToggle(tag, !tags.includes(tag));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <section class="tag-editor" aria-label={t('tags')}>
      <div class="tag-choices">
        {choices.map((tag, index) => (
          <span key={tag} class="tag-choice">
            <button
              type="button"
              class="chip"
              aria-pressed={tags.includes(tag)}
              title={isFixedTag(tag) ? t(`tag_${tag}_words` as MessageKey) : undefined}
              onClick={() => onToggle(tag, !tags.includes(tag))}
            >
              {index < 9 && <kbd>{index + 1}</kbd>}
              {tagName(tag)}
            </button>
            {words.includes(tag) && !tags.includes(tag) && (
              <button type="button" class="icon-button" onClick={() => onForget(tag)}>
                <Icon name="close" label={t('tag_forget', tag)} />
              </button>
            )}
          </span>
        ))}
      </div>
      <form
        class="tag-new"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(String(new FormData(event.currentTarget).get('word') ?? ''));
          event.currentTarget.reset();
        }}
      >
        <input name="word" aria-label={t('tag_own')} placeholder={t('tag_own')} maxLength={40} required />
        <button type="submit">
          <Icon name="add" /> {t('tag_add')}
        </button>
      </form>
    </section>
  );
}
