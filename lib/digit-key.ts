/** What a key press says of itself. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'>;

/**
 * The digit that a key stands for; null for any other key, held keys and shortcuts. French keyboards give digits only with Shift, so that the
 * place of the key counts where its sign is none: it is the key that has the digit printed on it.
 */
export function digitOf({ key, code, shiftKey, ctrlKey, metaKey, altKey, isComposing, repeat }: Press): number | null {
  if (ctrlKey || metaKey || altKey || isComposing || repeat) return null;
  if (/^\d$/.test(key)) return Number(key);
  const place = shiftKey ? null : /^Digit(\d)$/.exec(code);
  return place ? Number(place[1]) : null;
}
