/** Stands in for the browser's messages where no extension is: a key is its own text. Imported before what speaks. */
Object.assign(globalThis, {
  chrome: {
    i18n: { getMessage: (key: string) => (key === 'language_code' ? 'en' : key), getUILanguage: () => 'en' },
    runtime: { id: 'bench' },
  },
});
