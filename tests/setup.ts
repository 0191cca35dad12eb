import { vi } from 'vitest';

/** No test reaches a network. */
vi.stubGlobal('fetch', () => Promise.reject(new Error('a test tried to fetch')));
