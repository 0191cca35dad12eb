import type { AccountReading } from './model/capture';

type Profile = Pick<AccountReading, 'bio' | 'link' | 'verified'>;

/** What the invented brands say of themselves; two of them changed something in the week between the two captures. */
const PROFILES: Record<string, { before: Profile; now?: Profile }> = {
  orvane_sample: {
    before: { bio: 'Cafés torréfiés le matin même, rue des Tisserands.', link: 'https://orvane.example/', verified: false },
  },
  tournelune_sample: {
    before: { bio: 'Brasserie de quartier. Douze bières, une lune.', link: 'https://tournelune.example/', verified: false },
    now: { bio: 'Brasserie de quartier. Livraison gratuite en novembre.', link: 'https://tournelune.example/livraison', verified: false },
  },
  ondivelle_sample: { before: { bio: 'Thés et tisanes, depuis 1987.', link: 'https://ondivelle.example/', verified: false } },
  aurestal_sample: {
    before: { bio: 'Le grand comptoir des gourmands.', link: 'https://aurestal.example/', verified: false },
    now: { bio: 'Le grand comptoir des gourmands.', link: 'https://aurestal.example/', verified: true },
  },
};

/** A brand's profile as it stood in the earlier capture, or now. */
export function profileOf(handle: string, now: boolean): Profile {
  const known = PROFILES[handle];
  return (now && known?.now) || (known?.before ?? {});
}
