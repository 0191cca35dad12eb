import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { Icon } from './Icon';

export const VIEWS = [
  'benchmark',
  'compare',
  'landscape',
  'posts',
  'audit',
  'data',
  'evidence',
  'store',
  'health',
  'methods',
  'settings',
] as const;
export type View = (typeof VIEWS)[number];

/** The views of the workspace. Below 640 px it lies above the page instead of beside it. */
export function Nav({ view, href }: { view: View; href: (view: View) => string }) {
  const here = useRef<HTMLAnchorElement>(null);
  // In a narrow window they are a row that scrolls: the open one is brought into it.
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [view]);
  return (
    <nav class="views" aria-label={t('views')}>
      <span class="wordmark">{t('extension_name')}</span>
      {VIEWS.map((name) => (
        <a key={name} ref={name === view ? here : undefined} href={href(name)} aria-current={name === view ? 'page' : undefined}>
          <Icon name={name} />
          <span>{t(`view_${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
