import type { DemoComment, DemoPost, Language } from './pages/data';
import { pick, seeded } from './random';

const HOUR = 3_600_000;
const MOST = 9;

const SAID: Record<Language, readonly string[]> = {
  fr: [
    'On dirait que ça sent jusqu’ici.',
    'À quelle température, l’eau ?',
    'Reçu hier, déjà à moitié bu.',
    'Vous livrez en Belgique ?',
    'Toujours 2,4 k d’attente chez moi…',
    'Il reste des places samedi ?',
    'La meilleure de la saison.',
  ],
  en: [
    'I can smell this from here.',
    'Do you ship to Ireland?',
    'Arrived yesterday, half gone already.',
    'Is it sweet?',
    'Five stars, 12K if I could.',
    'When is the next open day?',
    'Best one this season.',
  ],
};
const ANSWERED: Record<Language, readonly string[]> = {
  fr: ['Merci !', 'Oui, en trois jours.', 'À 80 degrés, quatre minutes.'],
  en: ['Thank you.', 'Yes, within three days.', 'Not at all, try it cold.'],
};

/** What stands under a video some time after it was published: comments, about two in five of them answered by its channel, the same every time. */
export function talkUnder(post: DemoPost, language: Language, now: number): DemoComment[] {
  const random = seeded(`talk ${post.id}`);
  const until = (from: number) => from + random() * Math.max(HOUR, (now - from) / 2);
  return Array.from({ length: Math.min(MOST, post.counts.comments) }, (_, i): DemoComment[] => {
    const id = `Ug${post.id.replace(/\W/g, 'z')}${i}talk`;
    const at = until(post.published);
    const comment = {
      id,
      author: `passante${i}`,
      at,
      text: pick(SAID[language], random),
      byAccount: false,
      hearted: random() < 0.2,
      replyTo: null,
    };
    if (random() > 0.4) return [comment];
    const answer = { id: `${id}.1`, author: post.author.handle, at: until(at), text: pick(ANSWERED[language], random) };
    return [comment, { ...answer, byAccount: true, hearted: false, replyTo: id }];
  }).flat();
}
