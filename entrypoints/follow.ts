import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installFollow } from '../lib/capture/install-follow';

/** Injected after a network's reader when the user asks to follow a page: most captures need none of it. */
export default defineUnlistedScript(() => installFollow());
