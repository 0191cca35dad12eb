import { useState } from 'preact/hooks';
import { adding, editing } from '../lib/answer-edits';
import { formatDay, plural, t } from '../lib/i18n';
import { LONGEST_TEXT, MOST_MENTIONS } from '../lib/model/answers';
import { dayText, dayTyped } from '../lib/typed';
import { CheckedField } from './CheckedField';
import type { GivenProps } from './GivenBox';
import { Full, RemoveButton } from './GivenLine';
import { Icon } from './Icon';
import { Judged } from './Judged';
import { TableScroll } from './TableScroll';

/** Where the brand was spoken of, and whether it answered; newest first. */
export function GivenMentions({ answers: { mentions = [] }, today, onEdit, onRemove }: GivenProps) {
  const judged = mentions.filter(({ answered }) => answered !== null).length;
  const listed = mentions.toSorted((a, b) => b.at - a.at);
  return (
    <>
      <p class="muted">{plural('given_mentions_judged', judged)}</p>
      {listed.length > 0 && (
        <TableScroll label={t('given_mentions')}>
          <table class="given-mentions">
            <thead>
              <tr>
                <th scope="col">{t('given_mention_day')}</th>
                <th scope="col">{t('given_mention_note')}</th>
                <th scope="col">{t('given_mention_answered')}</th>
                <th scope="col">
                  <span class="sr-only">{t('audit_actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((mention) => (
                <tr key={mention.id}>
                  <td>{formatDay(mention.at)}</td>
                  <th scope="row">{mention.note}</th>
                  <td class="given-bare">
                    <Judged
                      label={t('given_mention_answered_of', mention.note)}
                      value={mention.answered}
                      onValue={(answered) => onEdit(editing('mentions', mention.id, { answered }))}
                    />
                  </td>
                  <td>
                    <RemoveButton label={t('given_remove', mention.note)} onRemove={() => onRemove('mentions', mention, mention.note)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {mentions.length < MOST_MENTIONS ? <NewMention today={today} onEdit={onEdit} /> : <Full most={MOST_MENTIONS} />}
    </>
  );
}

function NewMention({ today, onEdit }: Pick<GivenProps, 'today' | 'onEdit'>) {
  const [day, setDay] = useState(dayText(today));
  const [note, setNote] = useState('');
  const [answered, setAnswered] = useState<boolean | null>(null);
  const [tried, setTried] = useState(false);
  const at = dayTyped(day);
  const dayError = at === null ? t('field_no_day') : day > dayText(today) ? t('field_day_ahead') : null;
  const noteError = note.trim() ? null : t('given_mention_empty');
  return (
    <form
      class="given-new"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (at === null || dayError || noteError) return;
        onEdit(adding('mentions', { id: crypto.randomUUID(), at, note: note.trim(), answered }));
        setNote('');
        setAnswered(null);
        setTried(false);
      }}
    >
      <CheckedField
        label={t('given_mention_day')}
        error={tried ? dayError : null}
        input={{ type: 'date', max: dayText(today), value: day, onInput: (event) => setDay(event.currentTarget.value) }}
      />
      <CheckedField
        label={t('given_mention_note')}
        error={tried ? noteError : null}
        hint={t('given_mention_hint')}
        input={{ value: note, maxLength: LONGEST_TEXT, autoComplete: 'off', onInput: (event) => setNote(event.currentTarget.value) }}
      />
      <Judged label={t('given_mention_answered')} value={answered} onValue={setAnswered} />
      <button type="submit">
        <Icon name="add" /> {t('given_mention_add')}
      </button>
    </form>
  );
}
