interface Props<T extends string> {
  /** What the tabs are parts of, for screen readers. */
  label: string;
  tabs: readonly T[];
  current: T;
  name: (tab: T) => string;
  href: (tab: T) => string;
}

/** Parts of a view, each with an address of its own. */
export function Tabs<T extends string>({ label, tabs, current, name, href }: Props<T>) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab} href={href(tab)} aria-current={tab === current ? 'page' : undefined}>
          {name(tab)}
        </a>
      ))}
    </nav>
  );
}
