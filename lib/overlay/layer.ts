/** What a badge shows. */
export interface BadgeWords {
  text: string;
  title: string;
  tags: readonly string[];
}

export interface Badge {
  element: HTMLElement;
  show(words: BadgeWords): void;
  /** `near`: its post takes the keys, which it shows by its rim alone, so that it covers no more of the post; `open`: it offers the tags with their keys. */
  turn(state: 'idle' | 'near' | 'open'): void;
}

export interface Layer {
  host: HTMLElement;
  add(words: BadgeWords, onTag: (tag: string) => void): Badge;
}

/** One look for light and dark pages: dark, with a light rim. All of it inline, since a page's policy may forbid style sheets, and never this. */
const BADGE = `all:initial;position:absolute;top:0;left:0;display:flex;flex-direction:column;align-items:flex-end;gap:4px;
padding:2px 8px;border:1px solid #aeb6bf;border-radius:11px;background:#1a1d21;color:#fff;pointer-events:auto;cursor:default;
font:600 12px/16px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;width:max-content;box-sizing:border-box`;
const CHIPS = 'display:none;flex-wrap:wrap;justify-content:flex-end;gap:4px;padding-block:2px';
const CHIP = `all:initial;display:flex;align-items:center;gap:5px;min-height:24px;padding:0 8px;border:1px solid #aeb6bf;border-radius:12px;
color:#fff;font:400 12px/16px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;cursor:pointer`;
const ON = { background: '#9ad1f7', color: '#0b1a26' };
const OFF = { background: 'transparent', color: '#fff' };
const RIM = '#aeb6bf';
const NEAR = '#6db9ef';

/** A page can put its own things where `document` has its methods (a form or picture of that name), but not on the prototype that we see. */
function made<K extends keyof HTMLElementTagNameMap>(name: K, css: string, text = ''): HTMLElementTagNameMap[K] {
  const element = Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
  element.style.cssText = css;
  element.textContent = text;
  return element;
}

/**
 * One element below `<html>` with a closed shadow root, in which the badges stand; nothing else of the page is touched. It has no size, so that the
 * page's layout is what it was, and what is clicked in it does not reach the page.
 */
export function badgeLayer(labels: Readonly<Record<string, string>>, name: string, signal: AbortSignal): Layer {
  const host = made('div', '');
  const placed = { all: 'initial', position: 'absolute', top: '0', left: '0', width: '0', height: '0', 'z-index': '2147483647' };
  for (const [property, value] of Object.entries({ ...placed, 'pointer-events': 'none' }))
    host.style.setProperty(property, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  for (const type of ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'])
    host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const page = Document.prototype.querySelector.call(document, 'html');
  if (page) Element.prototype.append.call(page, host);

  const add: Layer['add'] = (first, onTag) => {
    const element = made('div', BADGE);
    element.tabIndex = 0;
    element.setAttribute('role', 'group');
    const line = made('span', 'white-space:nowrap');
    const chips = made('div', CHIPS);
    const buttons = Object.entries(labels).map(([tag, label], index) => {
      const button = made('button', CHIP);
      button.type = 'button';
      button.tabIndex = -1;
      button.append(made('span', 'opacity:.7', String(index + 1)), label);
      button.addEventListener('click', () => onTag(tag));
      return [tag, button] as const;
    });
    chips.append(...buttons.map(([, button]) => button));
    element.append(line, chips);
    // A click leaves the focus where it is in the page.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('focus', () => {
      element.style.outline = `2px solid ${NEAR}`;
    });
    element.addEventListener('blur', () => {
      element.style.outline = '';
    });
    root.append(element);
    let [words, opened] = [first, false];
    const draw = () => {
      const given = words.tags.map((tag) => labels[tag] ?? tag);
      // Those that have a chip need no second name while the chips are there.
      line.textContent = [words.text, ...(opened ? given.filter((_, index) => !labels[words.tags[index] ?? '']) : given)].join(' · ');
      element.title = words.title;
      element.setAttribute('aria-label', [name, words.text, words.title, ...given].join('. '));
      chips.style.display = opened ? 'flex' : 'none';
      for (const [tag, button] of buttons) {
        const on = words.tags.includes(tag);
        button.setAttribute('aria-pressed', String(on));
        Object.assign(button.style, on ? ON : OFF);
      }
    };
    draw();
    return {
      element,
      show(next) {
        words = next;
        draw();
      },
      turn(state) {
        element.style.borderColor = state === 'idle' ? RIM : NEAR;
        if ((state === 'open') === opened) return;
        opened = state === 'open';
        draw();
      },
    };
  };
  return { host, add };
}
