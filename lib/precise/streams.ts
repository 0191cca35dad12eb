/** Longest that a copy of a stream is read for: one that never ends must not be held open on our account. */
const PATIENCE_MS = 20_000;
/** How server-sent events begin, and how the numbered rows of React's own stream do. */
const EVENTS = /^\s*(?:data|event|id|retry)?:/;
const ROWS = /^\s*[\da-f]{1,8}:/i;

/**
 * A copy of a body as text, or as much of it as came in time; null when it is longer than `longest` characters. Read piece by piece, so
 * that neither length nor duration of a stream is the page's to choose for us. Rejects when the stream fails.
 */
export async function textOf(body: ReadableStream<Uint8Array>, longest: number, patience = PATIENCE_MS): Promise<string | null> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const stop = async () => reader.cancel();
  const timer = setTimeout(() => void stop().catch(() => undefined), patience);
  try {
    let text = '';
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      text += decoder.decode(value, { stream: true });
      if (text.length <= longest) continue;
      void stop().catch(() => undefined);
      return null;
    }
    return text + decoder.decode();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a stream says as plain JSON, one value a line; any other text as it is.
 * @example plainLines('event: posts\ndata: {"a":1}\n\n') // '{"a":1}'
 */
export function plainLines(text: string): string {
  const head = text.slice(0, 40);
  const lines = EVENTS.test(head)
    ? text.split(/(?:\r?\n){2}/).map(
        (event) =>
          event
            .match(/(?<=^data:).*/gm)
            ?.join(' ')
            .trim() ?? '',
      )
    : ROWS.test(head)
      ? text.split('\n').map((row) => row.replace(ROWS, ''))
      : null;
  return lines ? lines.filter((line) => /^[[{]/.test(line)).join('\n') : text;
}
