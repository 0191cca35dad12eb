import type { MetricName, REACTIONS } from '../../model/vocabulary';

/** A kind of reaction. */
export type Reaction = (typeof REACTIONS)[number];

export const HAS_DIGIT = /\p{Nd}/u;

/**
 * What the words beside a count hold, in the languages that Facebook is used in most. A word that is missing here costs a reading and
 * makes none wrong: the count is then told by the element that it is in, or it is unread.
 */
const WORDS: [MetricName, RegExp][] = [
  ['comments', /[ck]om+ent|коммент|yorum|bình luận|댓글|コメント|评论|留言|टिप्प|कमेंट|تعليق/i],
  ['shares', /\bshares?\b|partag|partilh|geteilt|compart|condivis|paylaş|chia sẻ|공유|シェア|分享|शेयर|مشارك|подел|bagikan/i],
  ['views', /\bviews?\b|\bvues?\b|aufruf|visuali[zs]|reprod|izlen|görünt|lượt xem|조회|再生|播放|مشاهد|просмотр|tayang/i],
  ['likes', /\blikes?\b|r[eé]action|j[’']aime|gefällt|gusta|curti|mi piace|beğen|suka|좋아요|いいね|赞|إعجاب|нравится/i],
];

/** The metric that a phrase names; null where it names none or several. */
export function metricIn(phrase: string): MetricName | null {
  const named = WORDS.filter(([, words]) => words.test(phrase));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

/** What the kinds of reaction are called, in lower case and without marks. */
const KINDS: Partial<Record<Reaction, string>> = {
  like: 'like|jaime|gefällt mir|me gusta|curtir|mi piace|beğen|suka|いいね|أعجبني',
  love: 'love|jadore|me encanta|amei|muhteşem|super|超いいね|أحببته',
  care: 'care|solidaire|umarmung|me importa|força|yanındayım|peduli|大切だね|أدعمه',
  haha: 'haha|me divierte|うけるね|أضحكني',
  wow: 'wow|wouah|me asombra|uau|inanılmaz|すごいね|أدهشني',
  sad: 'sad|triste|traurig|me entristece|üzgün|sedih|悲しいね|أحزنني',
  angry: 'angry|grrr|wütend|me enoja|kızgın|marah|ひどいね|أغضبني',
};

/** The kind of reaction in the label of its picture ("Love: 181 people"). */
export function kindIn(label: string): Reaction | null {
  const name = (label.split(/[:：\p{Nd}(]/u)[0] ?? '')
    .toLowerCase()
    .replace(/['’!！]/g, '')
    .trim();
  const [kind] = Object.entries(KINDS).find(([, names]) => names.split('|').includes(name)) ?? [];
  return (kind as Reaction | undefined) ?? null;
}

/** "Sponsored", which stands where an advertisement has no date. */
export const SPONSORED = /^(?:sponsored|sponsorisé|anzeige|publicidad|patrocinado|sponsorlu|bersponsor|реклама|広告|광고|ممول)$/im;
/** "Paid partnership with …". */
export const PAID =
  /paid partnership|partenariat rémunéré|partnerschaft|colaboración pagada|parceria paga|ücretli ortaklık|タイアップ|شراكة مدفوعة/i;
