import { computed, signal } from '@preact/signals';
import { VIEWS, type View } from '../../components/Nav';

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

/** The view and its filters, both in the address: going back and reloading keep them. */
export const route = computed(() => {
  const [name = '', query = ''] = hash.value.replace(/^#/, '').split('?');
  const view: View = VIEWS.find((known) => known === name) ?? 'benchmark';
  return { view, params: new URLSearchParams(query) };
});

/** The address of a view. */
export function href(view: View, params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params).toString();
  return query ? `#${view}?${query}` : `#${view}`;
}

/** Opens a view. */
export function go(view: View, params: Record<string, string> = {}): void {
  location.hash = href(view, params);
}

/** Changes filters of the open view in place: one step back leaves the view, not one letter of a search. Null takes one off. */
export function adjust(change: Record<string, string | null>): void {
  const { view, params } = route.value;
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  history.replaceState(null, '', href(view, Object.fromEntries(next)));
  hash.value = location.hash;
}
