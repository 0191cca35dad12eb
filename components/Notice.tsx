import type { ComponentChildren } from 'preact';

interface Props {
  kind: 'sample' | 'failed' | 'stale' | 'partial';
  children: ComponentChildren;
  action?: { label: string; run: () => void } | undefined;
}

/** A line above a view that says what state its figures are in. */
export function Notice({ kind, children, action }: Props) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'failed' ? 'alert' : 'note'}>
      <span>{children}</span>
      {action && (
        <button type="button" class="quiet" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
