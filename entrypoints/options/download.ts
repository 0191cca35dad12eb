import { t } from '../../lib/i18n';
import type { Study } from '../../lib/model/study';

/** Hands a file to the browser's downloads. */
export function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The study under a name that says when its figures are invented: files travel without the page that says so. */
export function labelled(study: Study): Study {
  return study.sample ? { ...study, name: t('sample_option', study.name) } : study;
}

/** `benchmark-spring-2026-11-22.csv`: letters and digits only, whatever the study is called. */
export function fileName(kind: string, study: Study, now: number, extension: string): string {
  const plain = labelled(study)
    .name.normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${[kind, plain, new Date(now).toISOString().slice(0, 10)].filter(Boolean).join('-')}.${extension}`;
}
