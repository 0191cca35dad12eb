import { useEffect, useState } from 'preact/hooks';
import { tagName } from '../../components/tags';
import { t } from '../../lib/i18n';
import { MOST_WORDS, type TagsOf, wordOf } from '../../lib/model/tags';
import { FIXED_TAGS } from '../../lib/model/vocabulary';
import { addTagWord, followTags, removeTagWord, setTag, tagsOf, tagWords } from '../../lib/store/tags';
import { attempt, say } from './toast';

interface Tags {
  tagsOf: TagsOf;
  words: readonly string[];
}
const NONE: Tags = { tagsOf: () => [], words: [] };

/** The tags of some accounts' posts and the workspace's own words, as they are now. */
export function useTags(accountKeys: readonly string[]): Tags {
  const [tags, setTags] = useState(NONE);
  const keys = accountKeys.join(' ');
  useEffect(() => {
    let [asked, stopped] = [0, false];
    const look = () => {
      asked += 1;
      const mine = asked;
      const both = Promise.all([tagsOf(keys.split(' ')), tagWords()]);
      attempt(both.then(([of, words]) => mine === asked && !stopped && setTags({ tagsOf: of, words })));
    };
    look();
    const unfollow = followTags(look);
    return () => {
      stopped = true;
      unfollow();
    };
  }, [keys]);
  return tags;
}

/** What can be done with the tags of one post. */
export function tagActions(post: { accountKey: string; postKey: string }) {
  const give = (tag: string, on: boolean) => setTag(post, tag, on, Date.now());
  /** A new word is kept for the workspace and given to the post; the name of a fixed tag is that tag. */
  const add = async (typed: string) => {
    const word = wordOf(typed);
    if (word === null) return;
    const fixed = FIXED_TAGS.find((tag) => tag === word || wordOf(tagName(tag)) === word);
    if (fixed || (await addTagWord(word))) await give(fixed ?? word, true);
    else say(t('tag_words_full', MOST_WORDS));
  };
  return {
    onToggle: (tag: string, on: boolean) => attempt(give(tag, on)),
    onAdd: (typed: string) => attempt(add(typed)),
    onForget: (word: string) => attempt(removeTagWord(word)),
  };
}
