import type { Audience, Role } from './model/vocabulary';

export type SampleNetwork = 'x' | 'bluesky' | 'youtube';

/** An invented brand: followers and posts per week on each network, and its typical engagement rate. */
export interface SampleBrand {
  handle: string;
  name: string;
  role: Role;
  country: string;
  audience: Audience;
  rate: number;
  /** Part of the comments under its videos that it answers. */
  answers: number;
  on: Partial<Record<SampleNetwork, { followers: number; perWeek: number }>>;
}

/** Five brands that do not exist. */
export const BRANDS: readonly SampleBrand[] = [
  {
    handle: 'orvane_sample',
    name: 'Brûlerie Orvane',
    role: 'own',
    country: 'FR',
    audience: 'b2c',
    rate: 0.006,
    answers: 0.34,
    on: { x: { followers: 18_430, perWeek: 8 }, bluesky: { followers: 4_212, perWeek: 6 }, youtube: { followers: 31_200, perWeek: 1.6 } },
  },
  {
    handle: 'tournelune_sample',
    name: 'Brasserie Tournelune',
    role: 'direct',
    country: 'BE',
    audience: 'b2c',
    rate: 0.014,
    answers: 0.55,
    on: { x: { followers: 26_904, perWeek: 11 }, bluesky: { followers: 7_356, perWeek: 7 }, youtube: { followers: 12_800, perWeek: 1.2 } },
  },
  {
    handle: 'ondivelle_sample',
    name: 'Maison Ondivelle',
    role: 'direct',
    country: 'FR',
    audience: 'both',
    rate: 0.008,
    answers: 0.2,
    on: { x: { followers: 9_871, perWeek: 5 }, bluesky: { followers: 2_640, perWeek: 5 }, youtube: { followers: 5_430, perWeek: 1.5 } },
  },
  {
    handle: 'aurestal_sample',
    name: 'Grand Comptoir Aurestal',
    role: 'leader',
    country: 'FR',
    audience: 'both',
    rate: 0.021,
    answers: 0.4,
    on: { x: { followers: 214_600, perWeek: 14 }, bluesky: { followers: 38_150, perWeek: 9 }, youtube: { followers: 487_000, perWeek: 3 } },
  },
  {
    handle: 'sevrelin_sample',
    name: 'Atelier Sévrelin',
    role: 'inspiration',
    country: 'CH',
    audience: 'b2b',
    rate: 0.034,
    answers: 0.6,
    on: { x: { followers: 6_118, perWeek: 6 }, bluesky: { followers: 3_075, perWeek: 6 }, youtube: { followers: 2_190, perWeek: 1.4 } },
  },
];
