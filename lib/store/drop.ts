import { Dexie } from 'dexie';

/** A page that does not give way, or a browser that does not answer, must not keep everybody waiting. */
const PATIENCE_MS = 5000;

/** Deletes a database. Rejects where the browser refuses, or does not do it before long. */
export async function drop(name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} is still open elsewhere`)), PATIENCE_MS);
  });
  await Promise.race([Dexie.delete(name), late]).finally(() => clearTimeout(timer));
}
