import type { MetricName, REACTIONS } from '../../model/vocabulary';
import { only } from './links';

/** A kind of reaction. */
export type Reaction = (typeof REACTIONS)[number];

export const HAS_DIGIT = /\p{Nd}/u;

/**
 * What the words beside a count hold, in the languages that Facebook is used in most. A word that is missing here costs a reading and
 * makes none wrong: the count is then told by the element that it is in, or it is unread.
 */
const WORDS: [MetricName, RegExp][] = [
  ['comments', /\b[ck]om+en|ком+ент|yorum|bình luận|댓글|コメント|评论|تعليق/i],
  ['shares', /\bshares?\b|partag|partilh|geteilt|compart|condivis|paylaş|chia sẻ|공유|シェア|分享|مشارك|подел|bagikan/i],
  ['views', /\bviews?\b|\bvues?\b|aufruf|visuali[zs]|reprod|izlen|görünt|lượt xem|조회|再生|播放|مشاهد|просмотр|tayang/i],
  ['likes', /\blikes?\b|j[’']aime|gefällt|gusta|curti|beğen|suka|いいね|إعجاب|нравится/i],
];

/** The metric that a phrase names; null where it names none or several. */
export function metricIn(phrase: string): MetricName | null {
  return only(WORDS.flatMap(([name, words]) => (words.test(phrase) ? name : [])));
}

/** The id of each kind of reaction, and what its names begin with, without apostrophes. */
const KINDS: [kind: Reaction, names: string][] = [
  ['like', '1635855486666999|like|jaime|gefällt|me gus|curtir|mi piace|beğen|suka|いいね|أعجب'],
  ['love', '1678524932434102|love|jadore|me enc|amei|muhteşem|super|超いいね|أحب'],
  ['care', '613557422527858|care|solid|umarm|me imp|força|yanınd|peduli|大切|أدع'],
  ['haha', '115940658764963|haha|me div|うけ|أضح'],
  ['wow', '478547315650144|wow|wouah|me aso|uau|inanıl|すご|أده'],
  ['sad', '908563459236466|sad|trist|traur|me ent|üzgün|sedih|悲し|أحز'],
  ['angry', '444813342392137|angry|grr|wüt|me eno|kızg|marah|ひど|أغض'],
];

/** The kind of reaction that an id, or the label of its picture ("Love: 181 people"), tells. */
export function kindIn(said: string): Reaction | null {
  const name = said.replace(/['’]/g, '');
  return KINDS.find(([, names]) => new RegExp(`^(?:${names})`, 'i').test(name))?.[0] ?? null;
}

/** "Sponsored", which stands where an advertisement has no date. */
export const SPONSORED = /^(?:sponsor(?:ed|isé|lu)|anzeige|gesponsert|publicidad|patrocinado|bersponsor|реклама|広告|广告|광고|ممول)$/im;
/** "Paid partnership with …". */
export const PAID = /paid partnership|partenariat rémunéré|partnerschaft|colaboración pagada|parceria paga|ücretli ortaklık/i;
