import type { FactChange, FollowerStep, ProfileChange } from '../lib/benchmark/changes';
import { formatCompact, formatCount, formatCountRange, formatDays, t } from '../lib/i18n';
import type { Reading } from '../lib/model/reading';
import type { Brand } from '../lib/model/study';
import { Icon } from './Icon';
import { RoleMark } from './RoleMark';

interface Props {
  changes: readonly ProfileChange[];
  brandOf: (accountKey: string) => Brand | undefined;
  /** "@lumen on X". */
  accountName: (accountKey: string) => string;
}

/** What changed in profiles, newest first: each between the capture that showed it as before and the one that showed it changed. */
export function ChangeLog({ changes, brandOf, accountName }: Props) {
  return (
    <ol class="changes">
      {changes.map((change) => {
        const brand = brandOf(change.accountKey);
        return (
          <li key={`${change.accountKey} ${change.kind} ${change.by}`} data-change={change.kind}>
            <div class="change-when">{formatDays(change.after, change.by)}</div>
            <div class="change-what">
              <div>
                {brand && <RoleMark role={brand.role} />} <strong>{brand?.name ?? change.accountKey}</strong>{' '}
                <span class="muted">{accountName(change.accountKey)}</span> · {t(`change_${change.kind}`)}{' '}
                <a class="change-page" href={change.url} target="_blank" rel="noopener noreferrer">
                  {t('change_page')} <Icon name="external" />
                </a>
              </div>
              {change.kind === 'followers' ? <FollowerWords step={change} /> : <FactWords change={change} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const factText = (value: string | boolean) => (typeof value === 'boolean' ? t(value ? 'verified_yes' : 'verified_no') : value);

function FactWords({ change: { before, now, otherReader } }: { change: FactChange }) {
  return (
    <>
      <p class="change-before">
        <span class="change-side">{t('change_before')}</span> <del>{factText(before)}</del>
      </p>
      <p class="change-now">
        <span class="change-side">{t('change_now')}</span> <ins>{factText(now)}</ins>
      </p>
      {otherReader && <p class="warn">{t('change_other_reader')}</p>}
    </>
  );
}

const countText = ({ value, as }: Reading) =>
  value === null ? '' : as === 'exact' ? formatCount(value) : `${t('about')} ${formatCompact(value)}`;

function FollowerWords({ step: { before, now, low, high, unusual } }: { step: FollowerStep }) {
  const [least, most] = low > 0 ? [low, high] : [-high, -low];
  const range = least === most ? formatCount(least) : formatCountRange(least, most);
  return (
    <p>
      {t(low > 0 ? 'change_won' : 'change_lost', range, countText(before), countText(now))}
      {unusual && <strong> {t('change_unusual')}</strong>}
    </p>
  );
}
