import type { Confirmed } from '../lib/audits/given';
import { t } from '../lib/i18n';

type Question = 'official' | 'private' | 'linkAlive';
const QUESTIONS: readonly Question[] = ['official', 'private', 'linkAlive'];

interface Props {
  confirmed: Confirmed;
  onConfirmed: (confirmed: Confirmed) => void;
}

/** What no reader can see and a person can: three questions, each of which may stay open. */
export function AuditConfirm({ confirmed, onConfirmed }: Props) {
  const answer = (question: Question, value: string) => {
    const { [question]: _, ...rest } = confirmed;
    onConfirmed(value === '' ? rest : { ...rest, [question]: value === 'yes' });
  };
  return (
    <fieldset class="audit-confirm">
      <legend>{t('audit_confirm')}</legend>
      {QUESTIONS.map((question) => (
        <label key={question} class="inline">
          <span>{t(`audit_confirm_${question}`)}</span>
          <select
            value={confirmed[question] === undefined ? '' : confirmed[question] ? 'yes' : 'no'}
            onChange={(event) => answer(question, event.currentTarget.value)}
          >
            <option value="">{t('audit_confirm_open')}</option>
            <option value="yes">{t('yes')}</option>
            <option value="no">{t('no')}</option>
          </select>
        </label>
      ))}
    </fieldset>
  );
}
