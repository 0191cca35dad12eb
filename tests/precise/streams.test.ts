// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../../lib/precise/kept';
import { plainLines, textOf } from '../../lib/precise/streams';
import { jsonValues } from '../../lib/reading/json-bodies';

afterEach(() => vi.useRealTimers());

const bytes = (text: string) => new TextEncoder().encode(text);
/** What precise mode keeps of a text, as the readers get to see it. */
const kept = (text: string) => {
  const memory = keeper();
  memory.keep(text, 'https://x.com/lumen', 0);
  return memory.all().flatMap((body) => jsonValues(body.text));
};

describe('streams of text', () => {
  it.each([
    [
      'server-sent events',
      'event: posts\nid: 7\ndata: {"a":1}\n\n: still here\n\ndata:{"b":\ndata: 2}\n\ndata: [DONE]\n\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ['events with the line ends of Windows', 'data: {"a":1}\r\n\r\ndata: {"b":2}\r\n\r\n', [{ a: 1 }, { b: 2 }]],
    [
      'numbered rows',
      '0:["$","div",null,{"a":1}]\n1:I["chunk"]\n1a:{"b":2}\n2:"$Sreact.fragment"\n',
      [['$', 'div', null, { a: 1 }], { b: 2 }],
    ],
    ['one value a line', '{"a":1}\n{"b":2}\n', [{ a: 1 }, { b: 2 }]],
    ['several lines behind guards', 'for (;;);{"a":1}\nfor (;;);{"b":2}', [{ a: 1 }, { b: 2 }]],
    ['one value over many lines', '{\n  "a": 1\n}\n', [{ a: 1 }]],
  ])('%s', (_, text, values) => {
    expect(kept(text)).toEqual(values);
  });

  it.each(['<html>data: {"a":1}', 'a:hover{}', 'data: none\n\n', 'var a = {}', '12:30 {'])('%j is none', (text) => {
    expect(kept(text)).toEqual([]);
  });

  it('whatever stands in a value comes out as it went in', () => {
    const things = fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(things, (values) => {
        const lines = values.map((value) => JSON.stringify(value));
        expect(kept(lines.map((line) => `data: ${line}\n\n`).join(''))).toEqual(values);
        expect(kept(lines.map((line, at) => `${at.toString(16)}:${line}\n`).join(''))).toEqual(values);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => typeof plainLines(text) === 'string'));
  });
});

describe('a copy of a body', () => {
  const stream = (pieces: Uint8Array[], end = true) =>
    new ReadableStream<Uint8Array>({
      start(control) {
        for (const piece of pieces) control.enqueue(piece);
        if (end) control.close();
      },
    });

  it('is the whole text, letters that are cut in two included', async () => {
    const [whole] = [bytes('{"a":"é"}')];
    expect(await textOf(stream([whole.slice(0, 7), whole.slice(7)]), 100)).toBe('{"a":"é"}');
  });

  it('is none where it is too long, and the rest is not waited for', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(control) {
        pulled += 1;
        control.enqueue(bytes('x'.repeat(1000)));
      },
    });
    expect(await textOf(endless, 10_000)).toBeNull();
    expect(pulled).toBeLessThan(20);
  });

  it('is what came until then where a stream does not end, and the stream is let go', async () => {
    vi.useFakeTimers();
    const cancelled = vi.fn();
    const open = new ReadableStream<Uint8Array>({ start: (control) => control.enqueue(bytes('data: {"a":1}\n\n')), cancel: cancelled });
    const text = textOf(open, 1000, 5000);
    await vi.advanceTimersByTimeAsync(4999);
    expect(cancelled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await text).toBe('data: {"a":1}\n\n');
    expect(cancelled).toHaveBeenCalled();
  });

  it('fails where the stream does', async () => {
    const failing = new ReadableStream<Uint8Array>({ start: (control) => control.error(new Error('offline')) });
    await expect(textOf(failing, 10)).rejects.toThrow('offline');
  });
});
