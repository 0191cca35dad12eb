import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { MetricName } from '../../model/vocabulary';
import { all, attr, closest, contains, matches, one, outermost, pageOf, parent, text, walkerOf } from '../../reading/dom';
import { absent, exact, hidden, rounded, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { postsOf, type Scope, scopeOf } from './scope';
import { siteOf } from './surface';
import { shownCount } from './units';

type Counts = Partial<Record<MetricName, Reading>>;

const LABEL = '.status__action-bar__counter__label';
const BESIDE = `.icon-button__counter,${LABEL}`;
/** Pages that servers made until 2.4 gave their numbers no class, or in lists that of opened posts: beside an icon they are told by it. */
const ICONED = '.fa-retweet+span,.fa-star+span';
const COUNTING = '.icon-button--with-counter';
const BELOW = '.detailed-status__reblogs,.detailed-status__quotes,.detailed-status__favorites';
const HAS_DIGIT = /\p{Nd}/u;
/** What icons are called, in every version and language, and where the counts of an opened post lead. */
const NAMES: [MetricName, RegExp][] = [
  ['comments', /(?:^|[\s-])reply(?:-all)?(?=\s|$)|^type=reply$/],
  ['shares', /(?:^|[\s-])retweet(?=\s|$)|^type=reblog$|\/reblogs$/],
  ['likes', /(?:^|[\s-])star(?=[\s-]|$)|^type=favourite$|\/favourites$/],
  ['quotes', /\/quotes$/],
];
const OTHER_LIST = /\/\d+\/(?!reblogs|favourites|quotes)\w/;
const CLASSES: [MetricName, RegExp][] = [
  ['shares', /__reblogs\b/],
  ['quotes', /__quotes\b/],
  ['likes', /__favorites\b/],
];

/** What a button or link counts, by its icon, its address, or at last the class of its number; several where these disagree. */
function metricsNamed(entry: Element, counter: Element): MetricName[] {
  const links = [...(matches(entry, 'a') ? [entry] : []), ...all(entry, 'a[href]')].map((link) => attr(link, 'href') ?? '');
  // Forks count reactions and mentions of a post in links that look like these, and lead to lists of their own.
  if (links.some((to) => OTHER_LIST.test(to))) return [];
  const signs = [
    ...links.flatMap((to) => [/[?&](type=\w+)/.exec(to)?.[1] ?? '', to.split(/[?#]/)[0] ?? '']),
    ...all(entry, 'svg[class],i[class]').map((icon) => attr(icon, 'class') ?? ''),
    // A button's own class names its icon too; names of other things ("status__action-bar__button") do not match.
    matches(entry, '.star-icon') ? 'star' : '',
  ];
  const said = named(signs, NAMES);
  const classes = named(
    [counter, ...all(counter, '[class]')].map((part) => attr(part, 'class') ?? ''),
    CLASSES,
  );
  // Static pages give the number of replies the class of boosts, so that classes come last.
  const likely = said.includes('comments') ? classes.filter((metric) => metric !== 'shares') : classes;
  return [...new Set([...said, ...likely])];
}

const named = (signs: string[], table: [MetricName, RegExp][]): MetricName[] =>
  table.flatMap(([metric, pattern]) => (signs.some((sign) => pattern.test(sign)) ? [metric] : []));

/** Pieces of text with a digit: while a number rolls over, the old one and the new one are both there. */
function digitsIn(element: Element): number {
  let found = 0;
  const walker = walkerOf(element, 4 /* texts */);
  while (walker.nextNode()) if (HAS_DIGIT.test(walker.currentNode.nodeValue ?? '')) found += 1;
  return found;
}

function countOf(counter: Element, at: PageContext): Reading {
  const said = text(counter);
  // Older versions tell of replies only whether there is one or more.
  if (/^\p{Nd}+\+$/u.test(said)) return hidden('text', said);
  // A number is written in plain spans; what else is there has strayed.
  return digitsIn(counter) === 1 && !one(counter, ':not(span)') ? shownCount(said, at) : unread('text', said);
}

/** Where a post has more, it is not known which are its own; what there is of each is looked through for all of them. */
const MOST_COUNTERS = 100;

/** Every count that the post prints, by what its button or link says it is. Two that differ are none, and one that may be of two is neither. */
function printed({ root, own, detailed }: Scope, at: PageContext): Counts {
  const counts: Counts = {};
  const add = (metric: MetricName, count: Reading) => {
    const known = counts[metric];
    counts[metric] =
      known && (known.as !== count.as || known.value !== count.value) ? unread('text', `${known.raw} / ${count.raw}`) : count;
  };
  const counters = outermost(own(`${detailed ? BELOW : BESIDE},${ICONED}`));
  if (counters[MOST_COUNTERS]) return { comments: unread(), shares: unread(), likes: unread() };
  const counting = own(COUNTING).length > 0;
  // A number in an icon, one beside a button that stands inside one, or in a button that has no place for any has strayed there.
  const inPlace = (counter: Element, entry: Element | null) =>
    !closest(counter, 'svg,i') &&
    (matches(counter, LABEL) ? !entry || !matches(entry, 'a,button') : !counting || !entry || !matches(entry, `button:not(${COUNTING})`));
  for (const counter of counters) {
    const other = closest(counter, detailed ? 'button' : '.detailed-status__link');
    if (other) continue;
    const entry = closest(counter, detailed ? 'a,.detailed-status__link' : 'button,a,.status__action-bar__counter');
    if (entry && !contains(root, entry)) continue;
    const metrics = metricsNamed(entry ?? parent(counter) ?? counter, counter);
    const sure = metrics.length === 1 && inPlace(counter, entry);
    for (const metric of metrics) add(metric, sure ? countOf(counter, at) : unread());
  }
  for (const link of detailed ? own('.detailed-status__link') : [])
    for (const metric of metricsNamed(link, link)) counts[metric] ??= unread();
  return counts;
}

const pages = new WeakMap<PageContext, Set<MetricName>>();
/** What at least one post of the list prints: servers and versions differ in whether their lists count boosts and favourites. */
function printedBy(page: Document, at: PageContext): Set<MetricName> {
  let found = pages.get(at);
  if (found) return found;
  found = new Set();
  pages.set(at, found);
  for (const post of postsOf(page, at)) {
    const scope = scopeOf(post, at);
    for (const metric of scope.detailed ? [] : (Object.keys(printed(scope, at)) as MetricName[])) found.add(metric);
    if (found.size === 3) break;
  }
  return found;
}

/** Boosts and quotes together, as the button counts them. */
export function sumOf(boosts: Reading, quotes: Reading): Reading {
  const { value, low, high } = boosts;
  if (value === null || low === null || high === null || quotes.value === null || quotes.low === null || quotes.high === null)
    return unread(boosts.from, boosts.raw);
  const raw = `${boosts.raw ?? value} + ${quotes.raw ?? quotes.value}`;
  return boosts.as === 'exact' && quotes.as === 'exact'
    ? exact(value + quotes.value, boosts.from, raw)
    : rounded(value + quotes.value, low + quotes.low, high + quotes.high, boosts.from, raw);
}

/** The counts below an opened post, or beside the buttons of one in a list. */
export function metricsOf(scope: Scope, at: PageContext): PostReading['metrics'] {
  const { comments, shares, likes, quotes } = printed(scope, at);
  if (scope.detailed) {
    const uncounted = siteOf(at).quotes ? unread() : shares;
    return {
      likes: likes ?? unread(),
      shares: (shares && (quotes ? sumOf(shares, quotes) : uncounted)) ?? unread(),
      ...(comments && { comments }),
      ...(quotes && { quotes }),
    };
  }
  const buttons = scope.own(COUNTING).flatMap((button) => metricsNamed(button, button));
  const list = printedBy(pageOf(scope.root), at);
  // Boosts and favourites are printed together or not at all.
  const missing = (metric: MetricName) =>
    (metric === 'comments' ? list.has(metric) : shares || likes || (at.surface.kind === 'profile' && list.has(metric))) ||
    buttons.includes(metric)
      ? unread()
      : absent();
  return { likes: likes ?? missing('likes'), comments: comments ?? missing('comments'), shares: shares ?? missing('shares') };
}
