import { signal } from '@preact/signals';
import type { Work } from '../../components/WorkProgress';
import type { Progress } from '../../lib/store/restore';

export type WorkKind = 'check' | 'rebuild' | 'backup' | 'inspect' | 'import';

/** The long work that is under way, one at a time. It goes on while another view is looked at. */
export const working = signal<{ kind: WorkKind; work: Work } | null>(null);

const SHOWN_EVERY_MS = 100;
let controller: AbortController | null = null;

/** What was made, or that it was stopped on request; rejects when it failed. */
export type Outcome<T> = { made: T } | 'stopped';

/** Runs something long with its progress shown. */
export async function longWork<T>(kind: WorkKind, label: string, job: (progress: Progress) => Promise<T>): Promise<Outcome<T>> {
  const { signal: stopped, abort } = begin();
  let shownAt = 0;
  const onProgress = (done: number, of: number) => {
    const now = performance.now();
    // Drawing every record would take longer than reading it.
    if (now - shownAt < SHOWN_EVERY_MS && done !== of) return;
    shownAt = now;
    working.value = { kind, work: { label, done, of } };
  };
  working.value = { kind, work: { label, done: 0, of: 0 } };
  try {
    return { made: await job({ onProgress, signal: stopped }) };
  } catch (error) {
    if (stopped.aborted) return 'stopped';
    throw error;
  } finally {
    if (controller === abort) controller = null;
    working.value = null;
  }
}

function begin(): { signal: AbortSignal; abort: AbortController } {
  if (controller) throw new Error('something long is under way already');
  controller = new AbortController();
  return { signal: controller.signal, abort: controller };
}

/** Stops the long work; what it had changed by then is whole. */
export const stopWork = (): void => controller?.abort();
