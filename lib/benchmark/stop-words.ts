/**
 * Words that say how a sentence is built and not what it is about, without their elided or contracted ends ("l’", "n’t"). Written for this
 * purpose; the words that every brand uses to speak to its followers ("link", "découvrez") are among them.
 */
const FRENCH = `
au aux avec ce ces cet cette celui celle celles ceux cela ça ci car chez comme comment dans de des donc dont du elle elles en encore entre est et eux
il ils je jamais jusque la le les leur leurs lors lorsque lui ma mais me mes mon moi même mêmes ne ni nos notre nous on ont or ou où par parce pas
pendant peu peut peuvent plus plusieurs pour pourquoi puis puisque quand que quel quelle quelles quelque quelques quels qui quoi sa sans se selon ses
si soi son sont sous sur ta tant te tes toi ton toujours tous tout toute toutes très trop tu un une vers voici voilà vos votre vous vôtre ainsi alors
après aujourd’hui aussi autour autre autres avant beaucoup bien bientôt cependant chaque contre déjà demain depuis dès devant eh enfin ensuite hier
hors ici là loin maintenant mieux moins non oui parfois partout peut-être plutôt près presque quasi rien sauf seul seule seulement souvent
surtout tandis tard tel telle tels tellement tôt vraiment suis es sommes êtes étais était étions étaient sera serai seras serons serez
seront serait fut être été étant ai as avons avez avait avaient aura auront aurait avoir eu ayant fait faire fais font faites faut va vas vont
aller allez allons dit dire dites voir voit voyez voient vu venez venir vient veut veux voulez pouvez pouvoir doit dois devez mettre met prend prendre
deux trois quatre cinq six sept huit neuf dix premier première jour jours semaine semaines mois année années an ans fois chose choses lundi mardi
mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre merci bonjour lien bio
découvrez découvrir retrouvez retrouver nouveau nouvelle nouveaux nouvelles grand grande petit petite bon bonne celles-ci celui-ci afin lorsqu jusqu
puisqu quoiqu c’est quelqu rendez-vous
`;
const ENGLISH = `
a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing
down during each even ever every few for from further get gets getting give go goes going gone got had has have having he her here hers herself him
himself his how i if in into is it its itself just keep know let like look made make makes making many may maybe me might more most much must my myself
need never new next no nor not now of off often oh on once one only or other our ours ourselves out over own people perhaps please put really right said
same say see seen she should since so some still such sure take than thank thanks that the their theirs them themselves then there these they thing
things think this those though three through time to today together tomorrow too two under until up upon us use used using very via want was way we
week well were what when where whether which while who whom whose why will with within without won would yes yesterday yet you your yours yourself
first second third four five six seven eight nine ten day days weeks month months year years monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december hello link bio don doesn didn isn aren wasn weren can’t cannot
couldn shouldn wouldn haven hasn hadn ain i’m i’ll i’ve you’re you’ll you’ve we’re we’ll we’ve they’re they’ll they’ve it’s that’s there’s here’s what’s
who’s let’s don’t doesn’t didn’t isn’t aren’t wasn’t weren’t won’t couldn’t shouldn’t wouldn’t haven’t hasn’t good great best
`;
const setOf = (words: string) => new Set(words.trim().split(/\s+/));
const STOP_WORDS: Record<string, ReadonlySet<string>> = { fr: setOf(FRENCH), en: setOf(ENGLISH) };

/**
 * Whether a word of a text carries no topic: one that carries none in either language, since networks take the language of short posts for
 * another one, and brands write two in one post. Of texts in other languages nothing is known of any word, and `null` says so.
 */
export function stopWordsOf(language: string | undefined): ((word: string) => boolean) | null {
  if (language !== undefined && !(language.slice(0, 2).toLowerCase() in STOP_WORDS)) return null;
  return (word) => Object.values(STOP_WORDS).some((words) => words.has(word));
}
