import { localArea } from '../browser/local-area';

/** Stands in for what an extension has and a page has not: messages, of which a key is its own text, and storage. Imported before all else. */
Object.assign(globalThis, {
  chrome: {
    i18n: { getMessage: (key: string) => (key === 'language_code' ? 'en' : key), getUILanguage: () => 'en' },
    runtime: { id: 'bench' },
    storage: { local: localArea(), session: localArea() },
  },
});
