import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installMiddle } from '../lib/capture/install-middle';

/** Injected where the side panel is open beside a page that was captured. */
export default defineUnlistedScript(() => installMiddle());
