import { browser } from 'wxt/browser';
import { chosenStudy } from './settings';

/** Opens the workspace at the audit of a brand, in its study. */
export async function openAudit({ studyId, brandId }: { studyId: string; brandId: string }): Promise<void> {
  // Where the workspace remembers which study it shows, and where the popup does.
  localStorage.setItem('study', JSON.stringify(studyId));
  await chosenStudy.setValue(studyId);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#audit?brand=${encodeURIComponent(brandId)}` });
}
