import type { FormatShare } from '../lib/benchmark/result';
import { formatList, formatShare, t } from '../lib/i18n';

const MENTIONED = 2;

/** Which formats a brand publishes: a stacked bar, its two largest parts in words, all of them for screen readers. */
export function FormatMix({ mix, name }: { mix: FormatShare[]; name: string }) {
  if (mix.length === 0) return <span class="muted">{t('reading_absent')}</span>;
  const parts = [...mix].sort((a, b) => b.n - a.n);
  const words = parts.map((part) => `${t(`format_${part.format}`)} ${formatShare(part.share)}`);
  const rest = parts.length - MENTIONED;
  return (
    <div class="mix">
      <div class="mix-bar" role="img" aria-label={t('mix_of', name, formatList(words))} title={formatList(words)}>
        {parts.map((part) => (
          <span key={part.format} class={`mix-part format-${part.format}`} style={{ flexGrow: part.n }} />
        ))}
      </div>
      <div class="figure-notes" aria-hidden="true">
        {words.slice(0, MENTIONED).join(' · ')}
        {rest > 0 && ` · ${t('and_more', rest)}`}
      </div>
    </div>
  );
}
