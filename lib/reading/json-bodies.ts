/** A body longer than this is not looked at: no list of posts is as long, and reading it would hold the page up. */
const LONGEST_BODY = 8_000_000;
/** What sites put before JSON so that it cannot be run as a script: `for (;;);`, `)]}'`, `while(1);`. */
const GUARD = /^(?:for\s?\(;;\);|while\s?\(1\);|\)\]\}'?,?)\s*/;

/**
 * The JSON values in a body as a page receives it: one value, or several, one a line (streams, batches), behind a guard or not.
 * What is no JSON is left out.
 * @example jsonValues('for (;;);{"a":1}\n{"b":2}') // [{ a: 1 }, { b: 2 }]
 */
export function jsonValues(body: string): unknown[] {
  if (body.length > LONGEST_BODY) return [];
  const text = body.trimStart().replace(GUARD, '');
  const whole = parse(text);
  if (whole !== undefined) return [whole];
  return text.split('\n').flatMap((line) => {
    const value = /^\s*(?:for|[[{)])/.test(line) ? parse(line.trim().replace(GUARD, '')) : undefined;
    return value === undefined ? [] : [value];
  });
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
