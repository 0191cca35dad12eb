import { useMemo, useState } from 'preact/hooks';
import { StudyEditor } from '../../components/StudyEditor';
import { Suggestions } from '../../components/Suggestions';
import { t } from '../../lib/i18n';
import type { Study } from '../../lib/model/study';
import { isPressing, suggestionsFor } from '../../lib/suggestions';
import { networkNames } from './networks';
import { actionsOn, copyStudy } from './study-actions';
import type { StudyData } from './workspace-data';

/** More would push the benchmark out of sight; the editor lists all. */
const MOST_SUGGESTED = 3;

interface Props {
  data: StudyData;
  studies: readonly Study[];
  /** Opens another study. */
  onOpen: (id: string) => void;
}

/** The study's brands and accounts, folded away once they stand; the accounts that belong to no brand yet are named even then. */
export function Setup({ data, studies, onOpen }: Props) {
  const { study, accounts, now } = data;
  // Open for a study without brands, and then until it is folded: it must not close under the hand that adds the first one.
  const [open, setOpen] = useState(study.brands.length === 0);
  const others = useMemo(() => studies.filter(({ id }) => id !== study.id), [studies, study.id]);
  const suggestions = useMemo(() => suggestionsFor(study, accounts, others), [study, accounts, others]);
  const clients = [...new Set(others.flatMap(({ client }) => client ?? []))].sort((a, b) => a.localeCompare(b));
  const shared = { study, networks: networkNames, now, ...actionsOn(study) };
  return (
    <>
      <details class="setup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('study_setup')}</summary>
        <StudyEditor
          {...shared}
          accounts={accounts}
          suggestions={suggestions}
          clients={clients}
          // A copy would hold invented figures and outlive the sample that they are removed with.
          onCopy={study.sample ? null : () => onOpen(copyStudy(study, studies))}
        />
      </details>
      {!open && <Suggestions {...shared} suggestions={suggestions.filter(isPressing)} most={MOST_SUGGESTED} />}
    </>
  );
}
