import type { FixedTag } from './model/vocabulary';

/** What the invented brands write. */
export const TEXTS = [
  'La récolte de printemps est arrivée : trois cafés d’altitude, torréfiés ce matin.',
  'Quelle recette voulez-vous voir la semaine prochaine ? Dites-le-nous en commentaire.',
  'Behind the counter: how we roast a batch of twelve kilos, step by step.',
  'Nos ateliers de novembre sont complets, une seconde date ouvre lundi.',
  'New on the menu: chestnut tart with smoked tea.',
  '« Le secret, c’est l’eau », dit notre maître brasseur. Entretien complet dans le lien.',
  'Merci à toutes celles et ceux qui sont venus samedi.',
  'Meet the farmers: a week in the orchards of the Drôme.',
  'Concours : un panier gourmand à gagner, réponse vendredi à 18 h.',
  'Five ways to keep bread fresh; the third one surprised us.',
];
/** How an analyst sorts each of them. */
export const SORTED: Record<string, readonly FixedTag[]> = {
  'La récolte de printemps est arrivée : trois cafés d’altitude, torréfiés ce matin.': ['promote'],
  'Quelle recette voulez-vous voir la semaine prochaine ? Dites-le-nous en commentaire.': ['interact'],
  'Behind the counter: how we roast a batch of twelve kilos, step by step.': ['promote', 'useful'],
  'Nos ateliers de novembre sont complets, une seconde date ouvre lundi.': ['promote'],
  'New on the menu: chestnut tart with smoked tea.': ['promote'],
  '« Le secret, c’est l’eau », dit notre maître brasseur. Entretien complet dans le lien.': ['curate'],
  'Merci à toutes celles et ceux qui sont venus samedi.': ['interact'],
  'Meet the farmers: a week in the orchards of the Drôme.': ['curate'],
  'Concours : un panier gourmand à gagner, réponse vendredi à 18 h.': ['interact'],
  'Five ways to keep bread fresh; the third one surprised us.': ['curate', 'useful'],
};
/** The first is on every second post, the next on every third, and so on. */
export const TAGS = ['saison', 'atelier', 'recette', 'coulisses'];
/** What only some speak of: the leader and the inspiration, or one rival alone. */
export const OWN_TAGS: Record<string, string[]> = {
  aurestal_sample: ['zérodéchet'],
  sevrelin_sample: ['zérodéchet'],
  tournelune_sample: ['brassage'],
};
/** What people write under videos: about every third asks something. */
export const COMMENTS = [
  'Ça donne envie.',
  'À quelle température, l’eau ?',
  'Merci pour la visite, on s’y croirait.',
  'Le colis est arrivé en deux jours, parfait.',
  'Do you ship to Belgium?',
  'Toujours en rupture chez moi, dommage.',
  'Quel moulin utilisez-vous ?',
  'Loved the part about the farmers.',
  'Une version sans sucre, un jour ?',
  'Le plus beau comptoir de la rue.',
];
/** What a brand answers. */
export const ANSWERS = ['Merci beaucoup.', 'À 92 degrés, et trois minutes.', 'Yes, within three days.', 'De retour lundi en boutique.'];
