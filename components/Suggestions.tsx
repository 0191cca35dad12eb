import { formatAgo, plural, t } from '../lib/i18n';
import type { Study } from '../lib/model/study';
import type { Role } from '../lib/model/vocabulary';
import { accountName } from '../lib/study-edits';
import { type Guess, newBrandOf, type Suggestion } from '../lib/suggestions';
import { Icon } from './Icon';
import { ROLE_ORDER } from './RoleMark';

export interface SuggestionActions {
  /** Adds the account to a brand of the study. */
  onJoin: (suggestion: Suggestion, brandId: string) => void;
  /** Makes a brand of the account. */
  onNewBrand: (suggestion: Suggestion, name: string, role: Role) => void;
  onDismiss: (suggestion: Suggestion) => void;
}

interface Props extends SuggestionActions {
  study: Study;
  suggestions: readonly Suggestion[];
  networks: Record<string, string>;
  now: number;
  /** More are named by their number. */
  most?: number;
}

/** Captured accounts that belong to no brand, each with the likeliest thing to do, and the others. */
export function Suggestions({ suggestions, most = Number.POSITIVE_INFINITY, ...rest }: Props) {
  if (suggestions.length === 0) return null;
  const left = suggestions.length - most;
  return (
    <section class="free">
      <h3>{plural('accounts_free', suggestions.length)}</h3>
      <ul>
        {suggestions.slice(0, most).map((suggestion) => (
          <SuggestionItem key={suggestion.account.accountKey} suggestion={suggestion} {...rest} />
        ))}
      </ul>
      {left > 0 && <p class="muted hint">{plural('suggestions_more', left)}</p>}
    </section>
  );
}

/** Those that were set aside, folded away: they can still be taken up. */
export function Dismissed({ suggestions, ...rest }: Omit<Props, 'most'>) {
  if (suggestions.length === 0) return null;
  return (
    <details class="dismissed">
      <summary>{plural('accounts_dismissed', suggestions.length)}</summary>
      <ul>
        {suggestions.map((suggestion) => (
          <SuggestionItem key={suggestion.account.accountKey} suggestion={suggestion} {...rest} />
        ))}
      </ul>
    </details>
  );
}

type ItemProps = Omit<Props, 'suggestions' | 'most'> & { suggestion: Suggestion };

function SuggestionItem({ suggestion, study, networks, now, onJoin, onNewBrand, onDismiss }: ItemProps) {
  const { account, guess, dismissed } = suggestion;
  const name = accountName(account);
  const made = newBrandOf(suggestion, study);
  const choose = (choice: string) => {
    const role = ROLE_ORDER.find((each) => choice === `new ${each}`);
    if (role) onNewBrand(suggestion, made.name, role);
    else if (choice) onJoin(suggestion, choice);
  };
  return (
    <li>
      <span class="free-name">
        {name}
        <span class="brand-notes">
          {networks[account.network] ?? account.network} · {formatAgo(account.lastSeenAt, now)}
          {guess && ` · ${guessWords(guess, networks)}`}
        </span>
      </span>
      <button
        type="button"
        class={guess ? 'primary' : undefined}
        onClick={() => (guess ? onJoin(suggestion, guess.brand.id) : onNewBrand(suggestion, made.name, made.role))}
      >
        {guess ? t('add_to', guess.brand.name) : t('add_as_brand')}
      </button>
      <select
        aria-label={t('assign_to', name)}
        value=""
        onChange={(event) => {
          choose(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      >
        <option value="">{t('assign')}</option>
        {study.brands.length > 0 && (
          <optgroup label={t('existing_brands')}>
            {study.brands.map((brand) => (
              <option key={brand.id} value={brand.id}>
                {brand.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('new_brand_as')}>
          {ROLE_ORDER.map((role) => (
            <option key={role} value={`new ${role}`}>
              {t(`role_${role}`)}
            </option>
          ))}
        </optgroup>
      </select>
      {!dismissed && (
        <button type="button" class="icon-button" onClick={() => onDismiss(suggestion)}>
          <Icon name="close" label={t('suggestion_dismiss', name)} />
        </button>
      )}
    </li>
  );
}

/** Why an account is taken for a brand's. */
function guessWords({ by, like }: Guess, networks: Record<string, string>): string {
  if (!like) return t('guess_brand');
  return t(`guess_${by}`, like.handle ? `@${like.handle}` : accountName(like), networks[like.network] ?? like.network);
}
