import { AuditConfirm } from '../../components/AuditConfirm';
import type { Place } from '../../components/answer-places';
import { GivenBox } from '../../components/GivenBox';
import type { CriterionId } from '../../lib/audits/audit';
import type { Brand } from '../../lib/model/study';
import type { NetworkId } from '../../lib/model/vocabulary';
import { answerActions, openPlace, useAnswers, usePostAnswers } from './answers';
import { go } from './route';

/** What people say of the audited brand: what they saw, and what only they know. */
export function AuditGiven({ brand }: { brand: Brand }) {
  const answers = useAnswers(brand.id);
  const posts = usePostAnswers(brand.accounts);
  if (!answers) return null;
  const { official, private: hidden, linkAlive } = answers;
  const { onEdit, onRemove } = answerActions(answers);
  return (
    <>
      <div id="given-confirm">
        <AuditConfirm
          confirmed={{ official, private: hidden, linkAlive }}
          onConfirmed={(seen) =>
            onEdit((before) => ({ ...before, official: seen.official, private: seen.private, linkAlive: seen.linkAlive }))
          }
        />
      </div>
      <GivenBox
        key={brand.id}
        brand={brand.name}
        own={brand.role === 'own'}
        answers={answers}
        today={Date.now()}
        answered={posts.reduce((sum, each) => sum + Object.keys(each.posts).length, 0)}
        onPosts={() => go('posts', { brand: brand.id })}
        {...{ onEdit, onRemove }}
      />
    </>
  );
}

/** Leads to where a criterion is answered: in this view, or among the brand's posts. Of advertising, to those that look like it. */
export function answerAt({ id }: Brand, criterion: CriterionId, place: Place, network: NetworkId | null): void {
  if (place !== 'tags' && place !== 'posts') openPlace(place);
  else if (criterion === 'disclosure') go('posts', { brand: id, audit: criterion, ...(network && { on: network }) });
  else go('posts', { brand: id, ...(network && { network }) });
}
