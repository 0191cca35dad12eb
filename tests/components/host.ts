import './browser';

import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import { speak } from './browser';

/** Where components are shown: new for each test, and in English at first. */
export let host: HTMLElement;

/** Shows something; gives the text that it is. */
export const show = (node: ComponentChild): string => {
  act(() => render(node, host));
  return host.textContent ?? '';
};

beforeEach(() => {
  speak('en-GB');
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => {
  render(null, host);
  host.remove();
});
