import fc from 'fast-check';
import { vi } from 'vitest';
import { localArea } from './browser/local-area';

/** No test reaches a network. */
vi.stubGlobal('fetch', () => Promise.reject(new Error('a test tried to fetch')));

vi.stubGlobal('chrome', { storage: { local: localArea(), session: localArea() } });

/** A failing run is its change's doing: property tests draw the same cases every time. Other cases: `SEED=7 npx vitest …` (CONTRIBUTING). */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
