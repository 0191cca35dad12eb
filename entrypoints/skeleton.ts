import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { skeletonOf } from '../lib/capture/skeleton';

/** Injected when the user reports a broken page; what it returns is shown to them, and goes nowhere by itself. */
export default defineUnlistedScript(() => skeletonOf(document));
