import { vi } from 'vitest';
import { localArea } from './browser/local-area';

/** No test reaches a network. */
vi.stubGlobal('fetch', () => Promise.reject(new Error('a test tried to fetch')));

vi.stubGlobal('chrome', { storage: { local: localArea(), session: localArea() } });
