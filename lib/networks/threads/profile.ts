import type { AccountReading } from '../../model/capture';
import { all, attr, closest, concealed, contains, follows, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { ORIGIN } from './links';

/** The badge is drawn the same in every language, beside names and, larger, on pictures. */
export const BADGE = 'path[d^="M19.998 3.09"],path[d^="M7.84375 17.5"]';

/** Name, badge, description and link: what stands between the heading with the name and the count of followers, or a little below it. */
export function detailsOf(
  page: Document,
  handle: string | null,
  followers: Element | null,
  first: Element | null,
): Partial<AccountReading> {
  const heading = all(page, 'h1[translate]').find((each) => !concealed(each) && !closest(each, 'a') && text(each));
  if (!heading) return {};
  const end = followers ?? first;
  const within = (element: Element, last: Element | null) =>
    follows(heading, element) && !!last && follows(element, last) && !concealed(element);
  const lines = all(page, '[dir="auto"]').filter(
    (line) =>
      within(line, end) && !closest(line, 'a,button,[role="button"],[translate="no"]') && !one(line, '[translate="no"]') && text(line),
  );
  const bio = text(lines.find((line) => text(line).toLowerCase() !== handle?.toLowerCase() && !(end && contains(line, end)))).slice(
    0,
    1000,
  );
  const links = all(page, 'a[href]').filter((anchor) => within(anchor, first));
  // Every profile links to its twin on Instagram.
  const [link] = links
    .flatMap((anchor) => outgoing(attr(anchor, 'href'), new URL(ORIGIN), text(anchor)) ?? [])
    .filter((away) => !TWIN.test(away));
  return {
    name: text(heading).slice(0, 300),
    ...(all(page, BADGE).some((badge) => within(badge, first)) && { verified: true }),
    ...(bio && { bio }),
    ...(link && { link }),
  };
}

const TWIN = /^https:\/\/(?:www\.)?instagram\.com\//;
