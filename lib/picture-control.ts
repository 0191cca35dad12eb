import type { Signal } from '@preact/signals';
import { showPicture } from './audit-capture';
import type { CaptureState } from './capture-state';
import { draftOf, factsOf, fileOf, forgetDrafts } from './store/drafts';
import { keepPicture } from './store/pictures';
import { storageFault } from './store/storage-fault';

/** What can be done about the picture of the capture that is shown: kept as it is, discarded, or looked at in full size to crop or cover it first. */
export function pictureControl(state: Signal<CaptureState>, leave: () => void) {
  const snapshotShown = () => (state.value.outcome?.ok ? state.value.outcome.snapshotId : null);
  const step = (now: NonNullable<CaptureState['picture']>['step'], snapshotId: string) => {
    const { picture } = state.value;
    if (picture?.facts.snapshotId === snapshotId) state.value = { ...state.value, picture: { ...picture, step: now } };
  };

  /** Shows the picture that waits, if it still does. */
  async function offer(snapshotId: string): Promise<void> {
    const draft = await draftOf(snapshotId).catch(() => null);
    if (draft && snapshotShown() === snapshotId)
      state.value = { ...state.value, picture: { facts: factsOf(draft), file: fileOf(draft), step: 'offered' } };
  }

  async function keep(): Promise<void> {
    const { picture } = state.value;
    if (!picture) return;
    const { snapshotId } = picture.facts;
    try {
      // It may have been decided on in the workspace meanwhile.
      if (!(await draftOf(snapshotId))) return step('gone', snapshotId);
      const kept = await keepPicture(picture.facts, picture.file.bytes);
      await forgetDrafts([snapshotId]);
      step(kept ? 'kept' : 'gone', snapshotId);
    } catch (error) {
      console.warn('The picture was not kept:', error);
      step(storageFault(error) === 'full' ? 'full' : 'failed', snapshotId);
    }
  }

  async function discard(): Promise<void> {
    const snapshotId = state.value.picture?.facts.snapshotId;
    if (!snapshotId) return;
    await forgetDrafts([snapshotId]).then(
      () => step('discarded', snapshotId),
      () => step('failed', snapshotId),
    );
  }

  async function edit(): Promise<void> {
    const snapshotId = state.value.picture?.facts.snapshotId;
    if (!snapshotId) return;
    await showPicture(snapshotId);
    leave();
  }

  return { offer, keep, discard, edit };
}
