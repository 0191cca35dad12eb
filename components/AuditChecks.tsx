import type { ComponentChildren } from 'preact';
import type { Check } from '../lib/audits/audit';
import type { ProfileList } from '../lib/audits/checklist';
import { t } from '../lib/i18n';
import { checkName, checkState, networkText } from '../lib/reports/words';
import { TableScroll } from './TableScroll';

interface Props {
  checks: readonly Check[];
  /** The way to the post that a check is about; null for one that is about none. */
  post?: (where: string) => ComponentChildren;
}

/** Items that are passed, failed or not known, each in words, with what was read and where. */
export function AuditChecks({ checks, post }: Props) {
  return (
    <ul class="audit-checks">
      {checks.map((check) => (
        <li key={`${check.id} ${check.where} ${check.saw}`}>
          <Answer check={check} /> {checkName(check)} {check.saw && <q class="muted">{check.saw}</q>} {check.where && post?.(check.where)}
        </li>
      ))}
    </ul>
  );
}

function Answer({ check }: { check: Check }) {
  const state = checkState(check);
  return <span class={`audit-check check-${state}`}>{t(`check_${state}`)}</span>;
}

/** The profile of each account, item by item; a cell says what was read. */
export function AuditProfiles({ profiles }: { profiles: readonly ProfileList[] }) {
  const [first] = profiles;
  if (!first) return null;
  return (
    <section>
      <h2>{t('audit_profiles')}</h2>
      <p class="muted hint">{t('audit_profiles_words')}</p>
      <TableScroll label={t('audit_profiles')}>
        <table class="audit-profiles">
          <thead>
            <tr>
              <th scope="col">{t('account')}</th>
              {first.checks.map((check) => (
                <th key={check.id} scope="col">
                  {checkName(check)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {profiles.map(({ accountKey, network, checks }) => (
              <tr key={accountKey}>
                <th scope="row">
                  {networkText(network)} <span class="brand-notes">{accountKey.slice(accountKey.indexOf(':') + 1)}</span>
                </th>
                {checks.map((check) => (
                  <td key={check.id} class={check.passed === null ? 'hatched' : undefined}>
                    <Answer check={check} />
                    {check.saw && <span class="brand-notes clamped">{check.saw}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
