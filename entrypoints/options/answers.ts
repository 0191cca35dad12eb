import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../components/answer-places';
import { adding, type ListName, removing } from '../../lib/answer-edits';
import { type Said, saidOf } from '../../lib/audit-given';
import { t } from '../../lib/i18n';
import type { AccountAnswers, BrandAnswers, Kpi, MentionAnswer, Objective, PostAnswer } from '../../lib/model/answers';
import type { Study } from '../../lib/model/study';
import { answersOf, changeAnswers, followAnswers } from '../../lib/store/answers';
import { answerPost, postAnswers } from '../../lib/store/post-answers';
import { attempt, say } from './toast';

/** Something that the store says of answers, as it is now; null until it is known. A view keeps what it has while it is asked again. */
function useFollowed<T>(key: string, ask: () => Promise<T>): T | null {
  const [found, setFound] = useState<{ key: string; value: T } | null>(null);
  useEffect(() => {
    let [asked, stopped] = [0, false];
    const look = () => {
      asked += 1;
      const mine = asked;
      attempt(ask().then((value) => mine === asked && !stopped && setFound({ key, value })));
    };
    look();
    const unfollow = followAnswers(look);
    return () => {
      stopped = true;
      unfollow();
    };
  }, [key]);
  return found?.key === key ? found.value : null;
}

const partsOf = ({ brands }: Study) => brands.map(({ id, accounts }) => [id, ...accounts].join(' ')).join(' ');

/** What was said of all brands of a study, as an audit takes it. */
export const useSaid = (study: Study): Said | null => useFollowed(`${study.id} ${partsOf(study)}`, () => saidOf(study));

/** What was said of one brand. */
export const useAnswers = (brandId: string): BrandAnswers | null =>
  useFollowed(brandId, async () => (await answersOf([brandId])).get(brandId) ?? null);

/** What was said of some accounts' posts. */
export const usePostAnswers = (accountKeys: readonly string[]): readonly AccountAnswers[] =>
  useFollowed(accountKeys.join(' '), () => postAnswers(accountKeys)) ?? [];

/** What can be said of a brand, each part saved at once, onto what is stored by then. */
export function answerActions({ brandId, ...known }: BrandAnswers) {
  const onEdit = (edit: (before: BrandAnswers) => BrandAnswers) => attempt(changeAnswers(brandId, edit, Date.now()));
  return {
    onEdit,
    onRemove: (list: ListName, item: Objective | Kpi | MentionAnswer, words: string) => {
      const place = known[list]?.findIndex(({ id }) => id === item.id);
      const back = () => onEdit(adding(list, item as never, place));
      attempt(changeAnswers(brandId, removing(list, item.id), Date.now()).then(() => say(t('given_removed', words), { onUndo: back })));
    },
  };
}

/** Says something of a post. */
export const answerAction = (post: { accountKey: string; postKey: string }) => (change: PostAnswer) =>
  attempt(answerPost(post, change, Date.now()));

/** Unfolds the place where something is answered, and begins there. */
export function openPlace(place: Place): void {
  const group = document.getElementById(`given-${place}`);
  const folded = group?.closest('details');
  if (folded) folded.open = true;
  group?.scrollIntoView({ block: 'start' });
  // Of what was seen, only whether links lead somewhere is asked by a criterion: it comes last.
  const first = place === 'confirm' ? 'label:last-of-type select' : 'input, select, button';
  group?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
}
