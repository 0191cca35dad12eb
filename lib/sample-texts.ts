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
/** The first is on every second post, the next on every third, and so on. */
export const TAGS = ['saison', 'atelier', 'recette', 'coulisses'];
/** What only some speak of: the leader and the inspiration, or one rival alone. */
export const OWN_TAGS: Record<string, string[]> = {
  aurestal_sample: ['zérodéchet'],
  sevrelin_sample: ['zérodéchet'],
  tournelune_sample: ['brassage'],
};
