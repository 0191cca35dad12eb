import { plainLines } from './streams';

/** One response of the page's own, as text, and where the page was when it asked for it. */
export interface KeptBody {
  text: string;
  /** Address of the page at that time: single-page apps move on. */
  page: string;
  /** Epoch ms. */
  at: number;
}

/** Feeds run to 1 MB a response; beyond these the oldest are dropped. */
const MOST_BODIES = 150;
export const MOST_CHARACTERS = 16_000_000;
export const LONGEST_BODY = 4_000_000;
/** JSON, plain or behind a guard against being run as a script. Everything else (pages, scripts, styles) cannot hold posts that we read. */
const JSON_LIKE = /^\s*(?:[{[]|for\s?\(;;\)|while\s?\(1\)|\)\]\}')/;

/** A bounded memory of bodies: what is too long or no JSON is not kept, and the oldest go first. */
export function keeper(limits = { bodies: MOST_BODIES, characters: MOST_CHARACTERS, body: LONGEST_BODY }) {
  let bodies: KeptBody[] = [];
  let characters = 0;
  return {
    keep(said: unknown, page: string, at: number): void {
      if (typeof said !== 'string' || said.length > limits.characters) return;
      const plain = plainLines(said);
      // Facebook's run to 9 MB, in some seventy lines that are each a value.
      for (const text of plain.length > limits.body ? plain.split('\n').filter((line) => /[}\]]\s*$/.test(line.slice(-9))) : [plain]) {
        if (text.length < 2 || text.length > limits.body || !JSON_LIKE.test(text.slice(0, 40))) continue;
        bodies.push({ text, page, at });
        characters += text.length;
      }
      while (bodies.length > limits.bodies || characters > limits.characters) characters -= bodies.shift()?.text.length ?? 0;
    },
    all: (): readonly KeptBody[] => bodies,
    clear(): void {
      bodies = [];
      characters = 0;
    },
  };
}
