import { formatAgo, formatBytes, formatCount, formatMoment, plural, t } from '../lib/i18n';

/** What the store holds and how safe it is. */
export interface StoreState {
  captures: number;
  posts: number;
  accounts: number;
  /** Captures that are dated later than now. */
  ahead: number;
  /** On disk, database and copy; null where the browser does not say. */
  bytes: number | null;
  /** Whether the browser has promised to keep the data when the disk fills up; null where it does not say. */
  persistent: boolean | null;
  /** Epoch ms; null before the first. */
  lastBackup: number | null;
}

interface Props {
  state: StoreState;
  now: number;
  /** Asks the browser for its promise. */
  onPersist: () => void;
}

/** The store in figures, and whether the browser may clear it. */
export function StoreFacts({ state, now, onPersist }: Props) {
  const { captures, posts, accounts, ahead, bytes, persistent, lastBackup } = state;
  const figures = [
    [t('store_captures'), formatCount(captures)],
    [t('store_posts'), formatCount(posts)],
    [t('store_accounts'), formatCount(accounts)],
    [t('store_size'), bytes === null ? t('store_size_unknown') : formatBytes(bytes)],
  ] as const;
  const persistence = persistent === null ? 'unknown' : persistent ? 'granted' : 'refused';
  return (
    <section class="store-part">
      <h2>{t('store_state')}</h2>
      <dl class="store-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('last_backup')}</dt>
          <dd>
            {lastBackup === null ? t('never') : formatAgo(lastBackup, now)}
            {lastBackup !== null && <span class="unit"> {formatMoment(lastBackup)}</span>}
          </dd>
        </div>
      </dl>
      {ahead > 0 && <p class="store-kept">{plural('captures_ahead', ahead)}</p>}
      <p class="store-kept">
        <strong>{t(`persistence_${persistence}`)}</strong> {t(`persistence_${persistence}_words`)}{' '}
        {persistent === false && (
          <button type="button" class="link" onClick={onPersist}>
            {t('persist_ask')}
          </button>
        )}
      </p>
    </section>
  );
}
