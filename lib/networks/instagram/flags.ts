import type { PostReading } from '../../model/capture';
import { all, attr, closest, contains, follows, one, walkerOf } from '../../reading/dom';
import { isName, linksIn } from './links';

/** "Paid partnership" as Instagram writes it above a post. Where it names the partner, its link tells in every language. */
const PAID =
  /^\s*(?:paid partnership|partenariat rémunéré|bezahlte (?:werbe)?partnerschaft|colaboración pagada|asociación pagada|parceria paga|partnership pubblicizzata|betaald partnerschap|ücretli ortaklık|kemitraan berbayar|płatna współpraca|płatne partnerstwo|платное партн[её]рство|タイアップ投稿|유료 파트너십|付费合作|付費合作|पेड पार्टनरशिप|شراكة مدفوعة)/iu;
/** Only advertisements lead out of Instagram: captions hold no links. */
const AWAY = /^https?:\/\/(?:l\.(?:instagram|facebook)\.com\/|(?:www\.)?facebook\.com\/ads\/)/i;

/** What is said above a post: its partners, that somebody paid, that it is an advertisement. `words`: the caption, which says nothing of that. */
export function flagsOf(root: Element, author: string | null, words: Element | null): Partial<PostReading['flags']> {
  const names = linksIn(root).filter((link) => isName(link) && !closest(link.element, 'li') && !contains(words, link.element));
  const own = names.find(({ handle }) => handle?.toLowerCase() === author?.toLowerCase())?.element;
  const line = own && closest(own, '[dir="auto"]');
  const beside = line && !one(line, 'time') ? linksIn(line).filter(({ element }) => element !== own) : [];
  const header = one(root, 'header');
  const partners = beside.some(
    (link) => (isName(link) && link.element !== own) || (link.id && /#$/.test(attr(link.element, 'href') ?? '')),
  );
  const below =
    header && line && names.some(({ element }) => contains(header, element) && !contains(line, element) && follows(line, element));
  const promoted = all(root, 'a[href]').some((anchor) => AWAY.test(attr(anchor, 'href') ?? '') && !contains(words, anchor));
  return {
    ...(promoted && { promoted }),
    ...((below || saysPaid(root, words)) && { paid: true }),
    ...(partners && { collaboration: true }),
  };
}

/** Whether the label stands above the post's first date. */
function saysPaid(root: Element, words: Element | null): boolean {
  const [date] = all(root, 'time');
  const walker = walkerOf(root, 4 /* texts */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (contains(date, node) || contains(words, node)) return false;
    if ((node.nodeValue?.length ?? 0) < 100 && PAID.test(node.nodeValue ?? '')) return true;
  }
  return false;
}
