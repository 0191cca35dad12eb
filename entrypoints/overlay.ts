import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installOverlay } from '../lib/overlay/install';

/** Injected after a capture on networks that badges are turned on for; everywhere else a page gets nothing of it. */
export default defineUnlistedScript(() => installOverlay());
