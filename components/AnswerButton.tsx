import type { CriterionId, PartResult } from '../lib/audits/audit';
import { criterionKey } from '../lib/audits/words';
import { t } from '../lib/i18n';
import type { NetworkId } from '../lib/model/vocabulary';
import { type Place, placeOf, placeWords } from './answer-places';

/** Leads to where a criterion is answered; `null` while an audit of the past is shown, which no answer changes. */
export type OnAnswer = ((criterion: CriterionId, place: Place, network: NetworkId | null) => void) | null;

interface Props {
  id: CriterionId;
  part: Pick<PartResult, 'state' | 'need' | 'measure' | 'network'>;
  onAnswer: OnAnswer;
  /** Within a sentence: a link, with the criterion's name where it has a place of its own. */
  inline?: boolean;
}

/** The way to where a criterion is answered; nothing where no answer would change it. */
export function AnswerButton({ id, part, onAnswer, inline = false }: Props) {
  const place = placeOf(id, part);
  if (!onAnswer || !place) return null;
  const label = t(placeWords(place, part));
  const whole = t('given_go_of', label, t(criterionKey(id)));
  return (
    <button type="button" class={inline ? 'link' : 'answer'} aria-label={whole} onClick={() => onAnswer(id, place, part.network)}>
      {inline && place !== 'tags' ? whole : label}
    </button>
  );
}
