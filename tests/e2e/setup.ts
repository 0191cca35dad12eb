import { builtExtension } from '../browser/build';

/** Builds the extension once for all end-to-end tests. */
export default function setup(): void {
  builtExtension('chrome');
}
