import { storage } from 'wxt/utils/storage';

/** Whether the toolbar button captures at once; off, the popup asks first. */
export const captureOnClick = storage.defineItem<boolean>('local:captureOnClick', { fallback: true });

/** How CSV files are written: by the browser's language, or fixed for a French or an English spreadsheet. */
export type CsvFlavourSetting = 'auto' | 'fr' | 'en';
export const csvFlavour = storage.defineItem<CsvFlavourSetting>('local:csvFlavour', { fallback: 'auto' });
