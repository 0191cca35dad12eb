/** Drawn on a 16 px grid with a 1.5 px pen. */
const PATHS = {
  benchmark: 'M2 13.5h12M4 11V7.5M8 11V2.5M12 11V5',
  compare: 'M2.5 13.5V5h3.5v8.5h-3.5Zm7.5 0v-11h3.5v11h-3.5Z',
  landscape: 'M2.5 2.5v11h11M6 10.5v-.01M8.5 5.5v-.01M11.5 8v-.01M12 4v-.01',
  posts: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h7',
  audit: 'M3 2.5h10v11H3v-11Zm2.5 3 1 1 2-2M5.5 10.5l1 1 2-2M10.5 6h.5m-.5 5h.5',
  data: 'M2.5 4c0-1 2.5-1.75 5.5-1.75s5.5.75 5.5 1.75-2.5 1.75-5.5 1.75S2.5 5 2.5 4Zm0 0v8c0 1 2.5 1.75 5.5 1.75s5.5-.75 5.5-1.75V4M2.5 8c0 1 2.5 1.75 5.5 1.75S13.5 9 13.5 8',
  store: 'M2.5 2.5h11v11h-11v-11Zm5.5 3.25a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5Zm0 0V4.25',
  health: 'M1.75 8.5h3l1.5-4 3 7.5 1.75-5 .75 1.5h2.5',
  methods: 'M8 2.25 13 4v4c0 3-2 5-5 5.75C5 13 3 11 3 8V4l5-1.75ZM6 8l1.5 1.5L10.25 6.5',
  settings: 'M2 4.5h7m3 0h2M2 11.5h2m3 0h7M10.5 3v3M5.5 10v3',
  close: 'm4 4 8 8m0-8-8 8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.25-1.25 3.5 3.5',
  download: 'M8 2.5v7.5m-3-3 3 3 3-3M2.5 13.5h11',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8v-8Z',
  add: 'M8 3v10M3 8h10',
  external: 'M9.5 2.5h4v4m0-4-6 6M11.5 9v4.5h-9v-9H7',
  remove: 'M2.5 4.5h11M6 4.5v-2h4v2m-6 0 .75 9h6.5l.75-9',
  keys: 'M1.75 4.5h12.5v7H1.75v-7Zm2.5 2.5h.5m2 0h.5m2 0h.5m2 0h.5m-6.5 2h5',
  panel: 'M2.5 3h11v10h-11V3Zm7 0v10',
  evidence: 'M6.5 10.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm3-1 4 4M5 6.5h3M6.5 5v3',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon. With a label it speaks for itself; without one the text beside it does. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <>
      <svg class="icon" viewBox="0 0 16 16" focusable="false" aria-hidden="true">
        <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {label && <span class="sr-only">{label}</span>}
    </>
  );
}
