import type { Language } from './pages/data';
import { pick } from './random';

/** What is posted. Some texts hold numbers that are no counts of the post: a reader must not fall for them. */
const POSTS: Record<Language, readonly string[]> = {
  fr: [
    'Première cueillette de la saison : 12,3 kg avant midi. Bientôt {p}.',
    'On nous demande souvent pourquoi {p} coûte 4,90 €. Réponse en trois photos.',
    'Lundi, pluie. Donc {p}, et un livre.',
    'Recette du dimanche : {p}, une rondelle de citron, 5 minutes, c’est tout.',
    'Merci aux 1 200 personnes venues à l’atelier samedi.',
    'Vrai ou faux : {p} contient du sucre ajouté. (Faux.)',
    'Nouveau format pour {p} : moins de verre, autant de goût.',
    'Notre équipe cherche une personne pour les livraisons à vélo, à Rennes.',
    'Chaud ou glacé, {p} ? Dites-nous tout.',
    'Fin de la rupture de stock : {p}, de retour en boutique.',
    'Coulisses : voici comment on goûte 40 essais en une matinée.',
    'Petit rappel : nos bouteilles sont consignées. 1 rapportée = 0,20 € rendu.',
    'Une lectrice nous écrit : « {p} a remplacé mon café ». Nous voilà responsables.',
    'À l’affiche du marché ce week-end : {p} et tartines.',
  ],
  en: [
    'First harvest of the season: 12.3K leaves before noon. The {p} is on its way.',
    'People ask why the {p} costs €4.90. Here is the whole bill, line by line.',
    'Monday, rain. Hence {p}, and a book.',
    'Sunday recipe: {p}, a slice of lemon, 5 minutes. That is all.',
    'Thank you to the 1,200 people who came to the open day.',
    'True or false: the {p} has added sugar. (False.)',
    'New pack for the {p}: less glass, same taste.',
    'We are hiring: deliveries by bicycle, Lyon, from spring.',
    'Hot or iced? Asking about the {p}, for a friend.',
    'Back in stock, and so are we: {p}.',
    'Behind the scenes: how 40 trials are tasted in one morning.',
    'A reminder that 5 likes is plenty when the {p} is good.',
    'A reader writes: “your {p} replaced my coffee”. We feel responsible now.',
    'At the market this weekend: {p}, and toast.',
  ],
};

const VIDEOS: Record<Language, readonly string[]> = {
  fr: [
    'Une journée de récolte',
    '{P} en 3 étapes',
    'Visite de l’atelier',
    '5 idées fraîches avec {p}',
    'Comment nous séchons 200 kg de feuilles',
    'Questions et réponses : {p}',
    'Le goût expliqué par notre nez',
    'Recette : un granité avec {p}',
    'Pourquoi 2 millions de tasses ?',
    'Le film de l’été',
  ],
  en: [
    'A day of harvest',
    '{P} in 3 steps',
    'Inside the workshop',
    '5 fresh ideas with {p}',
    'How we bottle 200 litres an hour',
    'Questions and answers: {p}',
    'Taste, explained',
    'Recipe: {p} granita',
    'Why 2 million cups?',
    'The summer film',
  ],
};

/** The `index`-th text for a post, or title for a video. */
export function textFor(
  kind: 'post' | 'video',
  language: Language,
  products: readonly string[],
  index: number,
  random: () => number,
): string {
  const list = (kind === 'video' ? VIDEOS : POSTS)[language];
  const product = pick(products, random);
  const capital = product.charAt(0).toUpperCase() + product.slice(1);
  return (list[(index * 3) % list.length] ?? '').replace('{p}', product).replace('{P}', capital);
}
