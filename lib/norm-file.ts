import { browser } from 'wxt/browser';
import { type NormFile, normFileSchema } from './model/norm';

/** The norms that come with the extension. */
export const readNorms = async (): Promise<NormFile> =>
  normFileSchema.parse(await (await fetch(browser.runtime.getURL('/norms.json'))).json());
