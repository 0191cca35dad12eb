import { browser } from 'wxt/browser';

/** Shorter texts are a name, a tag or an exclamation: no detector knows their language. */
const SHORTEST = 24;

/** Language of a text by the browser's own detector, on this machine; null where it is not sure. */
export async function languageOf(text: string): Promise<string | null> {
  if (text.length < SHORTEST) return null;
  try {
    const { isReliable, languages } = await browser.i18n.detectLanguage(text);
    return (isReliable && languages[0]?.language) || null;
  } catch {
    return null;
  }
}
