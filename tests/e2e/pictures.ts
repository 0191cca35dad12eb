import type { Page } from 'puppeteer-core';
import type { PictureFacts } from '../../lib/model/picture';
import type { Chromium } from '../browser/chromium';

type StoredPicture = PictureFacts & { bytes: Uint8Array<ArrayBuffer> };

/** The pictures that are kept, asked of the worker. */
export async function picturesIn(chromium: Chromium): Promise<StoredPicture[]> {
  const found = await (await chromium.serviceWorker()).evaluate(async (): Promise<(PictureFacts & { numbers: number[] })[]> => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'jauge-pictures')) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('jauge-pictures');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(['pictures', 'files']);
        const [facts, files] = ['pictures', 'files'].map((name) => transaction.objectStore(name).getAll());
        transaction.oncomplete = () => {
          opening.result.close();
          const bytesOf = new Map(files?.result.map(({ snapshotId, bytes }) => [snapshotId, bytes]));
          resolve(facts?.result.map((each) => ({ ...each, numbers: [...bytesOf.get(each.snapshotId)] })) ?? []);
        };
      };
    });
  });
  return found.map(({ numbers, ...facts }) => ({ ...facts, bytes: Uint8Array.from(numbers) }));
}

/** The pictures that wait in the browser's memory. */
export async function draftsIn(chromium: Chromium): Promise<PictureFacts[]> {
  return (await chromium.serviceWorker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(keys: null): Promise<Record<string, never>> } } } };
    return Object.entries(await chrome.storage.session.get(null)).flatMap(([name, value]) => (name.startsWith('picture:') ? [value] : []));
  });
}

/** Red, green and blue of some pixels of a picture, as a browser shows it. */
export async function colourAt(page: Page, picture: StoredPicture | undefined, points: { x: number; y: number }[]): Promise<number[][]> {
  return page.evaluate(
    async (numbers, type, wanted) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(numbers)], { type }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return wanted.map(({ x, y }) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3));
    },
    [...(picture?.bytes ?? [])],
    picture?.type ?? '',
    points,
  );
}
