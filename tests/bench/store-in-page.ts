import { Dexie } from 'dexie';
import { standingOf } from '../../lib/standing';
import { uniform } from '../../lib/stats/random';
import { type Store, storeNamed, use } from '../../lib/store/db';
import { compress, type Entry, seal } from '../../lib/store/journal';
import { settle } from '../../lib/store/settle';
import { writeCapture } from '../../lib/store/write';
import { entriesFor, entryAt, type Row, rowsOf } from './store-data';
import { importAll, ownOf, scan } from './store-ours';
import { rawOwn, rawStore, rowStore, scanRaw, scanRows, writeRaw, writeRows } from './store-rivals';

/** Milliseconds of every round by contestant, and the answers that must agree. */
export interface Race {
  times: Record<string, number[]>;
  answers: Record<string, number>;
}
type Contestants<T> = Record<string, (item: T) => Promise<unknown>>;

const draw = uniform(11);
const shuffled = (names: string[]) =>
  names
    .map((name) => ({ name, place: draw() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);

/** Lets every contestant do the same in random order; the first `warm` rounds do not count. */
async function race<T>(
  contestants: Contestants<T>,
  items: T[],
  warm: number,
  prepare?: (name: string) => Promise<void>,
): Promise<Race['times']> {
  const times: Race['times'] = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (const [round, item] of items.entries())
    for (const name of shuffled(Object.keys(contestants))) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      await prepare?.(name);
      const started = performance.now();
      await contestants[name]?.(item);
      if (round >= warm) times[name]?.push(performance.now() - started);
    }
  return times;
}

export async function freshStore(name: string): Promise<Store> {
  await Dexie.delete(name);
  const store = storeNamed(name);
  await store.open();
  return store;
}

const collectGarbage = () => (globalThis as unknown as { gc?: () => void }).gc?.();

const REST_MS = 1500;
/** Of each round: one of ours takes less than a tenth of a second, which says little by itself. */
const SCANS = 6;
const ACCOUNTS = Array.from({ length: 200 }, (_, index) => index + 1);
const STUDY = Array.from({ length: 8 }, (_, index) => index + 1);

/** One capture of fifty posts after another, each on the disk before the next: ten accounts over and over. */
async function capture(rounds: number): Promise<Race & { sealing: number[]; filing: number[] }> {
  const ten = ACCOUNTS.slice(0, 10);
  const entries = entriesFor(ten, Math.ceil(rounds / 10) + 2).slice(0, rounds + 20);
  const [ours, again] = [await freshStore('ours'), await freshStore('ours-again')];
  const [raw, rows] = [await rawStore('raw'), await rowStore('rows')];
  const items: { entry: Entry; rows: Row[]; compressed: Uint8Array<ArrayBuffer> }[] = [];
  for (const entry of entries) items.push({ entry, rows: rowsOf(entry), compressed: await compress(entry) });
  const filing: number[] = [];
  const stores: Record<string, Store> = { ours, oursAgain: again };
  /** What was saved is filed before the next comes, as it is in the product. */
  const file = async (name: string) => {
    const store = stores[name];
    const started = performance.now();
    if (store && (await settle(store)).size) filing.push(performance.now() - started);
  };
  const times = await race(
    {
      ours: ({ entry, compressed }) => writeCapture(entry, compressed, ours),
      oursAgain: ({ entry, compressed }) => writeCapture(entry, compressed, again),
      raw: ({ entry: { capture, accountKey }, rows: posts }) =>
        writeRaw(raw, { id: capture.id, accountKey, takenAt: capture.takenAt, posts }),
      rows: ({ rows: posts }) => writeRows(rows, posts),
    },
    items,
    20,
    file,
  );
  await Promise.all([settle(ours), settle(again)]);
  const sealing: number[] = [];
  for (const entry of entries.slice(0, 50)) {
    const started = performance.now();
    seal(entry, await compress(entry));
    sealing.push(performance.now() - started);
  }
  const answers = { ours: await scan(ours), oursAgain: await scan(again), raw: await scanRaw(raw), rows: await scanRows(rows) };
  for (const store of [ours, again, raw, rows]) store.close();
  return { times, answers, sealing, filing };
}

/** Bulk import and full scan of `captures` × 50 observations of 200 accounts, into new databases each round. */
async function bulk(rounds: number, captures: number): Promise<{ load: Race; scan: Race }> {
  // Parsed from text, as what is imported is.
  const all = () => entriesFor(ACCOUNTS, captures / ACCOUNTS.length).map((entry): Entry => JSON.parse(JSON.stringify(entry)));
  const load: Race = { times: { ours: [], oursAgain: [], rows: [] }, answers: {} };
  const scans: Race = { times: { ours: [], oursAgain: [], rows: [] }, answers: {} };
  for (let round = 0; round <= rounds; round += 1) {
    const [ours, again, rows] = [await freshStore('ours'), await freshStore('ours-again'), await rowStore('rows')];
    // Each gets what it writes just before, and nothing of the others': a heap full of them would cost whoever makes the most garbage.
    let [entries, items]: [Entry[], Row[]] = [[], []];
    const prepare = async (name: string) => {
      [entries, items] = name === 'rows' ? [[], all().flatMap(rowsOf)] : [all(), []];
      collectGarbage();
      // What the one before left the browser to do with its files is its own.
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    };
    const done = await race(
      {
        ours: () => importAll(entries, ours),
        oursAgain: () => importAll(entries, again),
        rows: () => writeRows(rows, items),
      },
      [null],
      round ? 0 : 1,
      prepare,
    );
    [entries, items] = [[], []];
    collectGarbage();
    const answers: Record<string, number> = {};
    const read = await race(
      {
        ours: async () => (answers.ours = await scan(ours)),
        oursAgain: async () => (answers.oursAgain = await scan(again)),
        rows: async () => (answers.rows = await scanRows(rows)),
      },
      Array.from({ length: SCANS }, () => null),
      round ? 0 : SCANS,
    );
    for (const [target, found] of [
      [load, done],
      [scans, read],
    ] as const)
      for (const [name, list] of Object.entries(found)) target.times[name]?.push(...list);
    load.answers = answers;
    scans.answers = answers;
    for (const store of [ours, again, rows]) store.close();
  }
  return { load, scan: scans };
}

interface Large {
  race: Race;
  observations: { small: number; large: number };
  built: number;
  heap: { small: number; large: number };
}

/** Popup figures, one account's history and a full scan with a million observations stored, beside the same study alone. */
async function large(rounds: number, days: number): Promise<Large> {
  const small = await freshStore('small');
  const middle = await freshStore('middle');
  const whole = await freshStore('large');
  const studied = entriesFor(STUDY, 25);
  const started = performance.now();
  for (const store of [small, whole]) {
    await importAll(studied, store);
    await store.studies.put({
      ...{ id: 's', name: 'Study', createdAt: 0, days: null, sample: false },
      brands: STUDY.map((each) => ({
        id: `b${each}`,
        name: `B${each}`,
        role: each === 1 ? 'own' : 'direct',
        accounts: [`x:brand${each}`],
      })),
    });
  }
  const others = ACCOUNTS.map((each) => each + STUDY.length);
  for (let day = 0; day < days; day += 10) await importAll(entriesFor(others, Math.min(10, days - day), day), whole);
  await importAll(entriesFor(others, 10), middle);
  const built = performance.now() - started;
  const now = entryAt(1, 25).capture.takenAt;
  const direct = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('large');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const key = `x:brand${others.at(-1)}`;
  const answers: Record<string, number> = {};
  const popup = async () => (await standingOf('x:brand1', now)).own.value ?? Number.NaN;
  // One database is in use at a time; opening it is the same for all, and not timed.
  const prepare = async (name: string) => {
    const store = name === 'popupSmall' ? small : whole;
    use(store);
    await store.open();
  };
  const contestants: Contestants<number> = {
    popupSmall: async () => (answers.popupSmall = await popup()),
    popupLarge: async () => (answers.popupLarge = await popup()),
    popupLargeAgain: async () => (answers.popupLargeAgain = await popup()),
    own: async () => (answers.own = await ownOf(whole, key)),
    ownRaw: async () => (await rawOwn(direct, 'snapshots', '[accountKey+takenAt]', key)).length,
    scan: () => scan(whole),
  };
  const times = await race(
    contestants,
    Array.from({ length: rounds + 2 }, (_, index) => index),
    2,
    prepare,
  );
  await prepare('scan');
  await middle.open();
  const heap = { small: await peakHeap(middle), large: await peakHeap(whole) };
  direct.close();
  return {
    race: { times, answers },
    observations: { small: studied.length * 50, large: (studied.length + others.length * days) * 50 },
    built,
    heap,
  };
}

/** The most that the heap held over where it stood, while everything is gone through; what nobody holds any more is collected first. */
async function peakHeap(store: Store): Promise<number> {
  const heap = () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  collectGarbage();
  const before = heap();
  let most = before;
  await scan(store, (bytes) => {
    collectGarbage();
    most = Math.max(most, heap() + bytes);
  });
  return most - before;
}

export const storeBench = { capture, bulk, large };
