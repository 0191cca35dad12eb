import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPrecise } from '../lib/precise/install';

/** Runs in the page's own world, and only on networks that the user turned precise mode on for. */
export default defineUnlistedScript(() => installPrecise(window));
