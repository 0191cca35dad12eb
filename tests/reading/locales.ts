/** Languages of CLDR with modern or moderate coverage, and the regions that write numbers their own way. */
const WRITTEN =
  'af am ar ar-EG ar-MA as az be bg bn bn-IN br bs ca ckb cs cy da de de-AT de-CH dz ee el en en-GB en-IN en-ZA eo es es-419 es-MX et eu fa fi fil fo fr ' +
  'fr-CA fr-CH fy ga gd gl gsw gu ha he hi hr hsb hu hy id ig is it ja ka kk km kn ko kok ks ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt ' +
  'pt-PT rm ro ru sc sd se si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk to tr tt uk ur uz vi wo yo yue zh zh-Hant zh-HK zu';

/** Those that this runtime has data for. */
export const LOCALES = Intl.NumberFormat.supportedLocalesOf(WRITTEN.split(' '));
