/** A text, gzipped. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return through(new TextEncoder().encode(text), new CompressionStream('gzip'));
}

/** The text of gzipped bytes; rejects when they are not, are damaged or cut off, or are longer than `most` characters. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, most = Number.POSITIVE_INFINITY): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    const part = decoder.decode(value, { stream: !done });
    parts.push(part);
    length += part.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} characters`);
    }
    if (done) return parts.join('');
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

const CHUNK = 0x8000;

/** Bytes as text that any JSON can hold. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The bytes again; throws on text that no bytes were made into. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
