import { t } from '../lib/i18n';

interface Props {
  title: string;
  why: string;
  /** Steps that fill the view, in order. */
  steps: string[];
  onSample?: (() => void) | undefined;
  /** The sample is being loaded. */
  busy?: boolean;
}

/** What a view will show, why it is empty, and what fills it. */
export function EmptyState({ title, why, steps, onSample, busy = false }: Props) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{why}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {onSample && (
        <p>
          <button type="button" class={steps.length > 0 ? 'primary' : undefined} disabled={busy} onClick={onSample}>
            {busy ? t('working') : t('load_sample')}
          </button>
          <span class="muted"> {t('sample_words')}</span>
        </p>
      )}
    </section>
  );
}
