import type { NetworkId, Role } from '../../lib/model/vocabulary';
import type { Language, Person } from './pages/data';

/** An account of an invented brand, with what its posts are drawn from. */
export interface DemoAccount {
  network: Extract<NetworkId, 'x' | 'bluesky' | 'youtube'>;
  owner: Person;
  bio: string;
  language: Language;
  followers: number;
  /** Followers won in the week between the two captures, as a share. */
  growth: number;
  postsPerWeek: number;
  /** Typical likes as a share of followers. */
  likes: number;
  /** Typical views as a share of followers. */
  views: number;
}

export interface DemoBrand {
  id: string;
  name: string;
  role: Role;
  products: readonly string[];
  accounts: DemoAccount[];
}

const bluesky = (letters: string) => `did:plc:${letters.padEnd(24, 'q7a2')}`;

/** Five brands that do not exist, in one market: what one drinks instead of a soda. */
export const BRANDS: readonly DemoBrand[] = [
  {
    id: 'tilleval',
    name: 'Maison Tilleval',
    role: 'own',
    products: ['l’infusion tilleul-poire', 'la tisane du soir', 'l’infusion glacée à la verveine', 'le coffret des quatre saisons'],
    accounts: [
      {
        network: 'x',
        owner: { name: 'Maison Tilleval', handle: 'maisontilleval', nativeId: '4815162342' },
        bio: 'Infusions bio cueillies à la main. Un atelier, douze plantes, aucun arôme.',
        language: 'fr',
        followers: 14_071,
        growth: 0.012,
        postsPerWeek: 5,
        likes: 0.0052,
        views: 0.31,
      },
      {
        network: 'youtube',
        owner: { name: 'Maison Tilleval', handle: 'maisontilleval', nativeId: 'UCtllvl0demo0channel0aaa' },
        bio: 'Recettes et récoltes.',
        language: 'fr',
        followers: 9_847,
        growth: 0.021,
        postsPerWeek: 2,
        likes: 0.021,
        views: 0.62,
      },
    ],
  },
  {
    id: 'verdancelle',
    name: 'Verdancelle',
    role: 'direct',
    products: ['cold-brew green tea', 'mint & cucumber cooler', 'white tea with peach', 'tasting box'],
    accounts: [
      {
        network: 'x',
        owner: { name: 'Verdancelle', handle: 'verdancelle', nativeId: '2718281828' },
        bio: 'Iced teas that were leaves this morning.',
        language: 'en',
        followers: 38_412,
        growth: 0.006,
        postsPerWeek: 7,
        likes: 0.0031,
        views: 0.18,
      },
      {
        network: 'bluesky',
        owner: { name: 'Verdancelle', handle: 'verdancelle.bsky.social', nativeId: bluesky('verdancelle') },
        bio: 'Iced teas that were leaves this morning.',
        language: 'en',
        followers: 6_204,
        growth: 0.034,
        postsPerWeek: 4,
        likes: 0.0094,
        views: 0,
      },
      {
        network: 'youtube',
        owner: { name: 'Verdancelle', handle: 'verdancelle', nativeId: 'UCvrdncl0demo0channel0cc' },
        bio: 'From leaf to glass.',
        language: 'en',
        followers: 21_380,
        growth: 0.009,
        postsPerWeek: 3,
        likes: 0.012,
        views: 0.44,
      },
    ],
  },
  {
    id: 'brasson',
    name: 'Brasson & Lune',
    role: 'indirect',
    products: ['le kombucha gingembre', 'la limonade au sureau', 'le kéfir de figue', 'le fût de dégustation'],
    accounts: [
      {
        network: 'bluesky',
        owner: { name: 'Brasson & Lune', handle: 'brassonlune.bsky.social', nativeId: bluesky('brassonlune') },
        bio: 'Boissons vivantes, brassées les nuits de pleine lune (et les autres).',
        language: 'fr',
        followers: 1_963,
        growth: 0.027,
        postsPerWeek: 3,
        likes: 0.016,
        views: 0,
      },
      {
        network: 'x',
        owner: { name: 'Brasson & Lune', handle: 'brassonlune', nativeId: '1618339887' },
        bio: 'Boissons vivantes, brassées les nuits de pleine lune (et les autres).',
        language: 'fr',
        followers: 5_218,
        growth: 0.011,
        postsPerWeek: 4,
        likes: 0.0061,
        views: 0.27,
      },
      {
        network: 'youtube',
        owner: { name: 'Brasson & Lune', handle: 'brassonlune', nativeId: 'UCbrssn00demo0channel0dd' },
        bio: 'Tout ce qui pétille.',
        language: 'fr',
        followers: 3_412,
        growth: 0.018,
        postsPerWeek: 1,
        likes: 0.026,
        views: 0.7,
      },
    ],
  },
  {
    id: 'solmerine',
    name: 'Solmérine',
    role: 'leader',
    products: ['Solmérine Citron', 'Solmérine Zéro', 'Solmérine Agrumes', 'Solmérine Pamplemousse'],
    accounts: [
      {
        network: 'x',
        owner: { name: 'Solmérine', handle: 'solmerine', nativeId: '1414213562' },
        bio: 'Le soleil se boit frais.',
        language: 'fr',
        followers: 1_284_530,
        growth: 0.002,
        postsPerWeek: 6,
        likes: 0.00042,
        views: 0.09,
      },
      {
        network: 'youtube',
        owner: { name: 'Solmérine', handle: 'solmerine', nativeId: 'UCslmrn0demo0channel0bbb' },
        bio: 'Films, recettes et coulisses.',
        language: 'en',
        followers: 212_640,
        growth: 0.004,
        postsPerWeek: 2,
        likes: 0.0038,
        views: 0.81,
      },
    ],
  },
  {
    id: 'croquembelle',
    name: 'Croquembelle',
    role: 'inspiration',
    products: ['butter shortbread', 'hazelnut croquants', 'buckwheat sablés', 'advent box'],
    accounts: [
      {
        network: 'bluesky',
        owner: { name: 'Croquembelle', handle: 'croquembelle.bsky.social', nativeId: bluesky('croquembelle') },
        bio: 'Biscuits with opinions. Baked in small batches, posted in large letters.',
        language: 'en',
        followers: 48_377,
        growth: 0.041,
        postsPerWeek: 6,
        likes: 0.022,
        views: 0,
      },
    ],
  },
];

/** People who are shared, quoted or who advertise on these pages. They do not exist either. */
export const OTHERS = {
  partner: { name: 'Le Carnet d’Apolline', handle: 'carnetapolline', nativeId: '1618033988' },
  quoted: { name: 'Marché des Trois Tilles', handle: 'troistilles', nativeId: '1732050807' },
  advertiser: { name: 'Pantoufles Nordelin', handle: 'nordelin_fr', nativeId: '2236067977' },
} as const satisfies Record<string, Person>;
