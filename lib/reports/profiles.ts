import type { ProfileList } from '../audits/checklist';
import type { AuditRun } from '../audits/report';
import { t } from '../i18n';
import { groupedBy } from '../model/grouped';
import type { NetworkId } from '../model/vocabulary';
import { html, type Markup } from './html';
import { checkName, checkState } from './words';

/** The items of each profile, as the audit found them: from the audit itself, so that a saved one keeps its own. */
export function profilesIn({ criteria }: AuditRun): ProfileList[] {
  const parts = criteria.find(({ id }) => id === 'profile')?.parts ?? [];
  const checks = parts.flatMap(({ measure }) => measure?.checks ?? []);
  return [...groupedBy(checks, ({ where }) => where ?? '')].map(([accountKey, own]) => ({
    accountKey,
    network: accountKey.split(':')[0] as NetworkId,
    checks: own,
  }));
}

/** The profile of each account, item by item, as it was read. */
export function profilesPart(profiles: readonly ProfileList[]): Markup | null {
  const [first] = profiles;
  if (!first) return null;
  return html`<section><h2>${t('audit_profiles')}</h2><table><thead><tr><th scope="col">${t('account')}</th>${first.checks.map((check) => html`<th scope="col">${checkName(check)}</th>`)}</tr></thead>
<tbody>${profiles.map(
    ({ accountKey, network, checks }) =>
      html`<tr><th scope="row">${t(`network_${network}`)} <span class="quiet">${accountKey.slice(accountKey.indexOf(':') + 1)}</span></th>${checks.map(
        (check) => {
          const state = checkState(check);
          return html`<td class="${state === 'open' ? 'hatched' : state}">${t(`check_${state}`)}</td>`;
        },
      )}</tr>`,
  )}</tbody></table></section>`;
}
