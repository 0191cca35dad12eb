/** Verbs that ask a reader to do something, as they stand in posts; four languages. A list of ours: no source gives one. */
const ASKING = [
  // French
  'cliquez|clique|découvrez|découvre|profitez|profite|inscrivez-vous|inscris-toi|réservez|réserve ta|réserve ton|commandez|commande ton|commande ta',
  'téléchargez|abonnez-vous|abonne-toi|contactez-nous|dites-nous|dites-le-nous|racontez-nous|participez|rejoignez|rejoins-nous|partagez|venez|lien en bio|en commentaire',
  // English
  'click|tap the link|link in bio|shop now|order now|order yours|buy now|sign up|register|book now|book your|book a|download|subscribe|contact us|tell us|join us|share with',
  'comment below|learn more|read more|swipe up|try it|get yours|let us know|in the comments',
  // Spanish
  'haz clic|descubre|compra ahora|inscríbete|regístrate|reserva tu|descarga|suscríbete|cuéntanos|participa|enlace en la bio|comenta',
  // German
  'klick|jetzt entdecken|jetzt bestellen|jetzt kaufen|melde dich an|meldet euch an|jetzt buchen|herunterladen|abonniere|abonniert|schreibt uns|sagt uns|link in der bio|mehr erfahren',
].join('|');
const CALL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ASKING})(?![\\p{L}\\p{N}])`, 'iu');

/** Words of selling under an agreement: a code, a partner, a gift. */
const SELLING =
  /(?<![\p{L}\p{N}])(?:code promo|promo code|discount code|partenariat|en collaboration avec|sponsored by|sponsorisé|in partnership with|offert par|gifted by)(?![\p{L}\p{N}])|\B#(?:ad|pub|sponsored|partenariat|collaborationcommerciale|werbung|publicidad)(?![\p{L}\p{N}])/iu;

/** Whether a text asks its reader to do something. @example asksForAction('Tell us in the comments') // true */
export const asksForAction = (text: string): boolean => CALL.test(text.normalize().replaceAll('’', "'"));

/** Whether a text looks like advertising under an agreement. A suspicion, which a person decides on. */
export const looksCommercial = (text: string): boolean => SELLING.test(text.normalize());
