import { storage } from 'wxt/utils/storage';
import type { PresetId, Weights } from './audits/presets';
import { normIndustryOf } from './benchmark/brands';
import type { Industry, NormFile } from './model/norm';
import type { Study } from './model/study';
import type { NetworkId } from './model/vocabulary';
import type { PageReport } from './report';

/** Whether the toolbar button captures at once; off, the popup asks first. */
export const captureOnClick = storage.defineItem<boolean>('local:captureOnClick', { fallback: true });

/** How CSV files are written: by the browser's language, or fixed for a French or an English spreadsheet. */
export type CsvFlavourSetting = 'auto' | 'fr' | 'en';
export const csvFlavour = storage.defineItem<CsvFlavourSetting>('local:csvFlavour', { fallback: 'auto' });

/** The study that was opened last: the one that the popup compares with and adds to. */
export const chosenStudy = storage.defineItem<string | null>('local:chosenStudy', { fallback: null });

/** Captures older than this many months are erased; null keeps them for ever. */
export const retentionMonths = storage.defineItem<number | null>('local:retentionMonths', { fallback: 24 });

/** Pictures older than this many months are erased; null keeps them for ever. They show more than figures do, so they go sooner. */
export const pictureMonths = storage.defineItem<number | null>('local:pictureMonths', { fallback: 6 });

/** Networks that the user turned precise mode on for. */
export const preciseNetworks = storage.defineItem<NetworkId[]>('local:preciseNetworks', { fallback: [] });

/** Servers that the user turned precise mode on for, by their hosts: those of a network that has none of its own. */
export const preciseServers = storage.defineItem<string[]>('local:preciseServers', { fallback: [] });

/** Norms that were brought in from files. */
export const ownNorms = storage.defineItem<NormFile>('local:ownNorms', { fallback: { sources: [], norms: [] } });

/** Networks that the user turned badges on posts on for. */
export const overlayNetworks = storage.defineItem<NetworkId[]>('local:overlayNetworks', { fallback: [] });

/** By which weights and norms the user audits, for every brand alike, or their audits would not compare; `own` weights need not add up to 100. */
export interface AuditChoice {
  preset: PresetId;
  own: Weights | null;
  /** Null for the study's own. */
  industry: Industry | null;
}
export const auditChoice = storage.defineItem<AuditChoice>('local:auditChoice', {
  fallback: { preset: 'awareness', own: null, industry: null },
});

/** The choice as the audit of a study takes it. */
export const auditSettings = ({ preset, own, industry }: AuditChoice, study: Study) => ({
  preset,
  industry: industry ?? normIndustryOf(study) ?? ('all' as const),
  ...(own ? { weights: own } : {}),
});

/** The report on a page that the user is looking at; it goes with the browser. */
export const pageReport = storage.defineItem<PageReport | null>('session:pageReport', { fallback: null });
