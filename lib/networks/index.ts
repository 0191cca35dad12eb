import { bluesky } from './bluesky';
import { facebook } from './facebook';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import type { Network } from './network';
import { pinterest } from './pinterest';
import { reddit } from './reddit';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { web } from './web';
import { x } from './x';
import { youtube } from './youtube';

/** Every network that is read. A new one is a file beside this one and a line here. */
export const networks: readonly Network[] = [
  facebook,
  instagram,
  linkedin,
  tiktok,
  x,
  youtube,
  threads,
  pinterest,
  reddit,
  bluesky,
  mastodon,
  web,
];
