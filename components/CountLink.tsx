interface Props {
  words: string;
  /** What the posts are, for screen readers and as a hint. */
  label: string;
  /** Leads to the posts that were counted; without it the count stands alone. */
  onEvidence?: (() => void) | undefined;
}

/** A count that leads to the posts behind it. */
export function CountLink({ words, label, onEvidence }: Props) {
  if (!onEvidence) return <span class="count">{words}</span>;
  return (
    <button type="button" class="count link" aria-label={`${words}. ${label}`} title={label} onClick={onEvidence}>
      {words}
    </button>
  );
}
