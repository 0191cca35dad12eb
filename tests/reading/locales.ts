/** Languages of CLDR with modern or moderate coverage, and the regions that write numbers their own way. */
const WRITTEN =
  'af am ar ar-EG ar-MA as az be bg bn bs ca ckb cs cy da de de-AT de-CH dz ee el en en-GB en-IN en-ZA es es-419 es-MX et eu fa fi fil fr ' +
  'fr-CA fr-CH fy ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ks ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt ' +
  'pt-PT ro ru si sk sl so sq sr sr-Latn sv sw ta te th to tr uk ur uz vi yue zh zh-Hant zh-HK zu';

/** Those that this runtime has data for. */
export const LOCALES = Intl.NumberFormat.supportedLocalesOf(WRITTEN.split(' '));
