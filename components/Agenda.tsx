import type { Visit } from '../lib/benchmark/agenda';
import { formatList, formatMoment, plural, t } from '../lib/i18n';
import type { AccountRecord } from '../lib/model/rollup';
import { accountName } from '../lib/study-edits';
import { TableScroll } from './TableScroll';

const HOUR = 3_600_000;
/** More lines than anybody plans for. */
const MOST = 8;

/** What to capture again, and when: the next visits first, each with the way to its page. */
export function Agenda({ visits, accounts, now }: { visits: readonly Visit[]; accounts: readonly AccountRecord[]; now: number }) {
  const accountOf = new Map(accounts.map((account) => [account.accountKey, account]));
  const left = visits.length - MOST;
  return (
    <details class="setup agenda" open={visits.some(({ from }) => from <= now)}>
      <summary>{t('agenda')}</summary>
      <p class="muted">{visits.length ? t('agenda_words') : t('agenda_empty')}</p>
      {visits.length > 0 && (
        <TableScroll label={t('agenda')}>
          <table>
            <thead>
              <tr>
                {(['agenda_when', 'agenda_account', 'agenda_why'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {visits.slice(0, MOST).map(({ accountKey, from, until, catches }) => (
                <tr key={`${accountKey} ${until}`}>
                  <td class="nowrap">
                    {from <= now ? t('agenda_now', formatMoment(until)) : t('agenda_later', formatMoment(from), formatMoment(until))}
                  </td>
                  <th scope="row">
                    <AccountLink account={accountOf.get(accountKey)} />
                  </th>
                  <td>{formatList(catches.map(({ age, posts }) => plural(ageKey(age), posts)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {left > 0 && <p class="muted">{plural('agenda_more', left)}</p>}
    </details>
  );
}

const ageKey = (age: number) => (age <= HOUR ? 'agenda_age_hour' : age <= 24 * HOUR ? 'agenda_age_day' : 'agenda_age_week');

function AccountLink({ account }: { account: AccountRecord | undefined }) {
  if (!account) return null;
  const words = `${accountName(account)} · ${t(`network_${account.network}`)}`;
  if (!account.url) return <>{words}</>;
  return (
    <a href={account.url} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
