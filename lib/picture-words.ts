import { type MessageKey, t } from './i18n';
import type { PictureFault } from './model/picture';

/** Why an audit capture has no picture, in a sentence. */
export function pictureMissing(fault: PictureFault): string {
  return t(`picture_fault_${fault.replace('-', '_')}` as MessageKey);
}
