import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What SciPy computes: written by reference.py beside this file. */
export const reference = JSON.parse(readFileSync(fileURLToPath(new URL('reference.json', import.meta.url)), 'utf8'));
