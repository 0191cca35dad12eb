import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { ageOf, type Button, buttonCount } from './numbers';
import { postOf } from './post';

/** What hangs on a post, by the names of its elements (ytd-backstage-image-renderer) and of its data (backstageImageRenderer). */
const FORMATS: [RegExp, Format][] = [
  [/multi-?image/i, 'carousel'],
  [/backstage-?image/i, 'image'],
  [/poll|quiz/i, 'poll'],
  [/(?:video|playlist)-?renderer|lockup/i, 'link'],
];

/** What a page or data says of a channel's text post. */
interface TextFacts {
  author: string | null;
  age: string | null;
  title: string;
  links?: string[];
  /** Names of what hangs on it; empty for words alone. */
  attached: string;
  /** It shares another post. */
  shared: boolean;
  likes: Button[];
  /** Null where nobody may comment. */
  comments: Button[] | null;
}

/** A channel's text post. Views are shown nowhere. */
export function textPost(id: string, facts: TextFacts, at: PageContext): PostReading {
  const { age, attached, shared, likes, comments } = facts;
  return postOf(id, 'post/', {
    ...facts,
    published: ageOf(age, at),
    format: attached ? (FORMATS.find(([names]) => names.test(attached))?.[1] ?? null) : 'text',
    flags: { quote: shared },
    metrics: {
      likes: agreed(likes, at),
      comments: comments ? agreed(comments, at) : absent(),
      views: absent(),
    },
  });
}

/** Two numbers of one name are none. */
function agreed(buttons: Button[], at: PageContext): Reading {
  const [first, ...others] = buttons.map((button) => buttonCount(button, at));
  return first && others.every((other) => other.value === first.value) ? first : unread();
}
