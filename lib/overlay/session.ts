import { digitOf } from '../digit-key';
import type { OverlayRows } from '../messages';
import type { Network } from '../networks/network';
import { closest, matches, tagOf } from '../reading/dom';
import { type Badge, badgeLayer } from './layer';
import { placeBadges } from './place';
import { watchPosts } from './posts';

/** How often the page is looked at for having become another one, in milliseconds: no event tells of that everywhere. */
const LOOK_MS = 500;

interface Session {
  network: Network;
  rows: OverlayRows;
  /** Whether the extension that this script is of still runs. */
  alive: () => boolean;
  /** Gives a post a tag or takes it; resolves with its tags, null where that was refused. */
  tag: (postKey: string, tag: string, on: boolean) => Promise<readonly string[] | null>;
}

const address = () => location.href.split('#')[0];

/** Shows badges on the posts of this page until `aborter` is aborted, by whomever. */
export function showBadges({ network, rows, alive, tag }: Session, aborter: AbortController): void {
  const { signal } = aborter;
  const here = address();
  const byId = new Map(rows.rows.flatMap((row) => row.ids.map((id) => [id, row] as const)));
  const layer = badgeLayer(Object.fromEntries(rows.tags.map(({ id, label }) => [id, label])), rows.name, signal);
  const badges = new Map<Element, Badge & { id: string }>();
  const end = () => aborter.abort();
  /** The post that takes a key: the one that the pointer is on, else the one that has the focus. */
  let [pointed, focused]: [Element | null, Element | null] = [null, null];
  /** The post whose badge itself the pointer or the focus is on: only then is a key kept from the page. */
  let [pointedBadge, focusedBadge]: [Element | null, Element | null] = [null, null];
  let frame = 0;

  const gone = () => !alive() || !layer.host.isConnected || address() !== here;
  const place = () => {
    frame = 0;
    if (gone()) end();
    else placeBadges(badges, layer.host);
  };
  const schedule = () => {
    if (!signal.aborted) frame ||= requestAnimationFrame(place);
  };
  const chosen = () => pointedBadge ?? focusedBadge ?? pointed ?? focused;
  const mark = () => {
    const [now, own] = [chosen(), pointedBadge ?? focusedBadge];
    for (const [post, badge] of badges) badge.turn(post !== now ? 'idle' : post === own ? 'open' : 'near');
  };

  const turnTag = async (id: string, name: string) => {
    const row = byId.get(id);
    if (!row || signal.aborted) return;
    const tags = await tag(row.postKey, name, !row.tags.includes(name)).catch(() => null);
    if (!tags || signal.aborted) return;
    row.tags = [...tags];
    for (const badge of badges.values()) if (byId.get(badge.id) === row) badge.show(row);
  };
  /** One after the other: whether a tag is given or taken depends on what the key before came to. */
  let turns = Promise.resolve();
  const toggle = (id: string, name: string) => {
    turns = turns.then(() => turnTag(id, name));
  };
  const leave = (post: Element) => {
    badges.get(post)?.element.remove();
    badges.delete(post);
    pointed = pointed === post ? null : pointed;
    focused = focused === post ? null : focused;
    pointedBadge = pointedBadge === post ? null : pointedBadge;
    focusedBadge = focusedBadge === post ? null : focusedBadge;
  };
  const enter = (post: Element, id: string) => {
    const row = byId.get(id);
    if (badges.get(post)?.id === id || !row) return;
    leave(post);
    const badge = layer.add(row, (name) => toggle(id, name));
    badge.element.style.visibility = 'hidden';
    for (const [type, set] of [
      ['pointerenter', () => (pointedBadge = post)],
      ['pointerleave', () => (pointedBadge = null)],
      ['focusin', () => (focusedBadge = post)],
      ['focusout', () => (focusedBadge = null)],
    ] as const)
      badge.element.addEventListener(type, () => {
        set();
        mark();
      });
    badges.set(post, { ...badge, id });
    // Captured by the keyboard, the pointer may have been there all along, and nothing tells of that.
    if (!pointed && matches(post, ':hover')) {
      pointed = post;
      mark();
    }
    schedule();
  };
  const postAt = (event: Event): Element | null => (event.composedPath() as Element[]).find((node) => badges.has(node)) ?? null;

  const press = (event: KeyboardEvent) => {
    if (!event.isTrusted || gone()) return;
    if (event.key === 'Escape') return end();
    const post = chosen();
    const badge = post && badges.get(post);
    const name = rows.tags[(digitOf(event) ?? 0) - 1];
    const own = pointedBadge ?? focusedBadge;
    if (!badge || !name || isTyping(event)) return;
    if (own) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    toggle(badge.id, name.id);
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener('scroll', schedule, options);
  window.addEventListener('resize', schedule, options);
  const follow = (type: 'pointerover' | 'pointerout' | 'focusin', set: (event: MouseEvent | FocusEvent) => void) =>
    window.addEventListener(
      type,
      (event) => {
        if (event.composedPath().includes(layer.host)) return;
        set(event);
        mark();
      },
      options,
    );
  follow('pointerover', (event) => {
    pointed = postAt(event);
  });
  // Out of the window the pointer is on no post.
  follow('pointerout', ({ relatedTarget }) => {
    if (relatedTarget === null) pointed = null;
  });
  follow('focusin', (event) => {
    focused = postAt(event);
  });
  window.addEventListener('keydown', press, { capture: true, signal });
  const resized = new ResizeObserver(schedule);
  for (const part of Document.prototype.querySelectorAll.call(document, 'html,body')) resized.observe(part);
  const timer = setInterval(() => gone() && end(), LOOK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    resized.disconnect();
    layer.host.remove();
  });
  const wanted = (ids: readonly string[]) => ids.find((id) => byId.has(id)) ?? null;
  if (!watchPosts(network, wanted, { enter, leave, changed: schedule }, signal)) end();
}

/** Whether a key is typed into something: a field, an editor, or an element of the page's own make that may hide one. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  return (
    (target as HTMLElement).isContentEditable ||
    tagOf(target).includes('-') ||
    closest(target, 'input,textarea,select,[role=textbox],[role=combobox],[role=searchbox]') !== null
  );
}
