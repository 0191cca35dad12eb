import { readFileSync } from 'node:fs';

type Messages = Record<string, { message: string }>;

/** The messages of a language, as the browser will load them. */
export function messagesOf(language: 'en' | 'fr'): Messages {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Messages;
}

const all = { en: messagesOf('en'), fr: messagesOf('fr') };
let spoken: 'en' | 'fr' = 'en';
let wanted = 'en-GB';

/** Sets the browser's language, and what its messages fall back to. */
export function speak(language: string): void {
  wanted = language;
  spoken = language.startsWith('fr') ? 'fr' : 'en';
}

const i18n = {
  getMessage: (key: string, values: string[] = []) =>
    (all[spoken][key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? ''),
  getUILanguage: () => wanted,
};
// The extension API is looked up when it is first imported, so this file must be imported before any component.
Object.assign(globalThis, { chrome: { runtime: { id: 'test' }, i18n } });
