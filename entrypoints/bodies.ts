import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installBodies } from '../lib/capture/install-bodies';

/** Injected after a network's reader where precise mode is on: without it, nothing needs to be asked for. */
export default defineUnlistedScript(() => installBodies());
