import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, contains, follows, matches, one, pageOf, parent, text } from '../../reading/dom';
import { exact, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { BUTTON, type Card, FOOT, filled, LINK, numbersIn, ownText } from './card';
import { put } from './classic';
import { TILE } from './tiles';
import { HAS_DIGIT, kindIn, metricIn } from './words';

type Metrics = Pick<PostReading, 'metrics' | 'reactions'>;

const PRESSED = `${BUTTON},button,${LINK}`;
const TOOLBAR = '[role=toolbar]';
const ICON = 'i[data-visualcompletion=css-img],svg';
/**
 * Something stood in it. Some lines begin with an empty place for what only a group's or a story's author sees; overlays of buttons are empty
 * as well.
 */
const EMPTIED = `:is(div:empty,span:empty,${PRESSED}):not([data-visualcompletion],:first-child:not(:only-child))`;
/** A video, or its picture that leads to it. */
const VIDEO = `video,${TILE},[href*="/watch"]`;
const MEANS = /[\p{L}\p{N}]/u;
/** Names a button of the layout of 2026, which has a number beside it and no word in it. */
const ROLE = 'data-ad-rendering-role';
const MARK = `:is(${['like', 'comment', 'share'].map((name) => `[${ROLE}="${name}_button"]`)}):empty`;
/** A post has three. */
const MOST_MARKS = 20;
/** Posts with counts that another is compared with. */
const MOST_EXAMPLES = 20;
/** Beyond it a post's line of counts is none. */
const MOST_PARTS = 400;

/** The buttons to react, comment and share: they have a picture, and no number. */
const buttonsIn = (foot: Element, toolbar?: Element | null) =>
  all(foot, BUTTON).filter((button) => !contains(toolbar, button) && one(button, ICON) && !HAS_DIGIT.test(text(button)));

/** The counts of a post of today's layout, which stand between its content and its buttons. */
export function metricsOf(card: Card, { counts }: PageContext): Metrics {
  const [foot, other] = filled(card.own(FOOT));
  // The pictures of the reactions, each with a label; their number stands beside them.
  const [toolbar, second] = card.own(TOOLBAR);
  if (!foot || other || second || (toolbar && !contains(foot, toolbar))) return { metrics: {} };
  const kinds = toolbar ? kindsIn(toolbar, counts) : [];
  const inside = insideButtons(foot, kinds, counts);
  // Without any number there this may be another layout, which has them above.
  if (Object.values(inside).some(({ value }) => value)) return { metrics: inside, ...shown(kinds) };
  const [button, ...others] = buttonsIn(foot, toolbar);
  const row = toolbar && parent(toolbar);
  // A button inside another was put there by something else than Facebook.
  if (!button || contains(row, button) || contains(foot, closest(parent(button) ?? button, PRESSED))) return { metrics: {} };
  const above = all(foot, '*')
    .slice(0, MOST_PARTS)
    .filter((each) => follows(each, button) && !contains(each, button) && !contains(toolbar, each));
  const parts = above.filter((each) => MEANS.test(ownText(each)));
  const beside = parts.filter((part) => contains(row, part)).map(text);
  const metrics: PostReading['metrics'] = toolbar ? { likes: likesIn(beside, kinds, counts) } : {};
  // What was moved in between the reactions is missing elsewhere, and so may be what stands behind a button that was put above the others.
  let clear =
    others.length > 0 &&
    !others.some((each) => each.isEqualNode(button)) &&
    !HAS_DIGIT.test(text(parent(button))) &&
    !text(toolbar) &&
    !above.some((each) => matches(each, EMPTIED) && !text(each)) &&
    !beside.some((said) => HAS_DIGIT.test(said) && metricIn(said));

  // The post names the element with its comments among those that describe it.
  const described = attr(card.root, 'aria-describedby')?.split(' ');
  const cells = [...new Set(parts.filter((part) => !contains(row, part)).map((part) => cellOf(part, foot, button)))];
  const isComments = (cell: Element | undefined) => cell && described?.includes(attr(closest(cell, '[id]'), 'id') || '-');
  // Where no word that is known here names shares, they are what comes behind the comments. A video's could be its views.
  const pair = cells.length === 2 && isComments(cells[0]) && !card.own(VIDEO)[0];
  for (const cell of cells) {
    const said = text(cell);
    const own = isComments(cell);
    const metric = metricIn(said) ?? (own ? 'comments' : pair ? 'shares' : null);
    // Two numbers in one cell run into each other, words beside a picture are a button's, and what describes the post is never its shares or views.
    const mixed = numbersIn(cell)[1] || (one(cell, ICON) && !readCount(said, counts));
    const fits = metric && (!own || metric === 'comments');
    if (fits) put(metrics, metric, (!mixed && countIn(said, counts)) || unread('text', said));
    clear &&= !!fits && !mixed;
  }
  const none = !toolbar && !parts.length && countless(foot);
  return { metrics: clear ? withZeros(metrics, none) : metrics, ...shown(kinds) };
}

/** The counts in the buttons themselves. Nothing is printed for zero. */
function insideButtons(foot: Element, kinds: Kinds, counts: CountStyle): PostReading['metrics'] {
  const metrics: PostReading['metrics'] = {};
  for (const mark of all(foot, MARK).slice(0, MOST_MARKS)) {
    const button = closest(mark, BUTTON) ?? mark;
    const said = text(button);
    const name = attr(mark, ROLE)?.replace('_button', 's') as 'likes';
    // Beside the picture, where the number belongs, is no place for one.
    const none = !said && one(button, ICON) && matches(mark, ':last-child>*') && exact(0, 'text');
    const read = name === 'likes' && (said || kinds[0]) ? likesIn([said], kinds, counts) : readCount(said, counts) || none;
    put(metrics, name, (!all(button, MARK)[1] && !numbersIn(button)[1] && read) || unread('text', said));
  }
  return metrics;
}

/** The button or link that a part belongs to, else the part itself. */
function cellOf(part: Element, foot: Element, button: Element): Element {
  const cell = closest(part, PRESSED);
  return cell && contains(foot, cell) && !contains(cell, button) ? cell : part;
}

/** Facebook prints nothing for zero. It is certain only where what comes before it in the line is there, or nothing belongs above the buttons. */
function withZeros(metrics: PostReading['metrics'], none: unknown): PostReading['metrics'] {
  const zero = exact(0, 'text');
  const { likes, comments, shares, views } = metrics;
  if (none) return { likes: zero, comments: zero, shares: zero };
  if (!likes?.value || comments?.value === null || (!comments && (shares || views))) return metrics;
  return { comments: zero, shares: zero, ...metrics };
}

/** Classes of all that is around a post's first button, up to the place of counts and buttons. */
function classesIn(foot: Element, toolbar?: Element | null): string {
  let classes = '';
  const button = buttonsIn(foot, toolbar)[0];
  for (let up = button && parent(button); up && up !== foot; up = parent(up)) classes += attr(up, 'class') ?? '';
  return classes;
}

/**
 * Whether a post's buttons are drawn as those of posts without any count: Facebook draws a line above them only where there are counts. The
 * page's other posts tell how it does; without one that has counts, counts that are missing might as well not have been found.
 */
function countless(foot: Element): unknown {
  const lined = all(pageOf(foot), `${FOOT}:has(${TOOLBAR})`).slice(0, MOST_EXAMPLES);
  const classes = classesIn(foot);
  return classes && lined[0] && lined.every((each) => classesIn(each, one(each, TOOLBAR)) !== classes);
}

type Kinds = { label: string; reading: Reading | null }[];

const kindsIn = (toolbar: Element, counts: CountStyle): Kinds =>
  all(toolbar, '[aria-label]').map((kind) => {
    const label = attr(kind, 'aria-label') ?? '';
    return { label, reading: countIn(label, counts, 'label') };
  });

/** Reactions by kind, where their names are known: a kind told wrong would be a wrong number. */
function shown(kinds: Kinds): Pick<PostReading, 'reactions'> {
  const known = kinds.map(({ label, reading }) => [kindIn(label), reading] as const).filter(([kind, reading]) => kind && reading);
  return known.length ? { reactions: Object.fromEntries(known) } : {};
}

/**
 * The number beside the reactions' pictures. It is there twice, for the eye and for screen readers; friends may be named in one of them.
 * The most frequent kinds have counts of their own, which together are never more.
 */
function likesIn(parts: string[], kinds: Kinds, counts: CountStyle): Reading {
  const said = parts.join(' ');
  const [likes, other] = [...new Set(parts)].flatMap((part) => readCount(part, counts) ?? []);
  const labels = kinds.map(({ label }) => label).join(' ');
  if (!likes && said && labels && !HAS_DIGIT.test(said + labels)) return hidden('text', said);
  const least = kinds.reduce((sum, { reading }) => sum + (reading?.low ?? 0), 0);
  const fits = likes && !other && labels && least <= (likes.high ?? 0);
  return fits ? likes : unread('text', said);
}
