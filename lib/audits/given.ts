import type { CommentRecord } from '../model/records';

/** How a post stands in the rule of thirds: it speaks of the brand, passes on what others made, or speaks with people. */
export const MIX_KINDS = ['promote', 'curate', 'interact'] as const;
export type MixKind = (typeof MIX_KINDS)[number];

/** What the analyst says of a post; what was not said is left out. */
export interface PostTags {
  mix?: MixKind;
  /** Its theme, in the analyst's words. */
  topic?: string;
  /** It says what the reader gets from it. */
  useful?: boolean;
  /** It serves the mission of its channel. */
  mission?: boolean;
}

/** A comment as it is kept; who wrote it only as a pseudonym, and only where that is collected. */
export interface CommentFact extends CommentRecord {
  author?: string;
}

/** The comments of one post in one capture of its page; `id` is the capture's. */
export interface PostComments {
  id: string;
  postKey: string;
  accountKey: string;
  takenAt: number;
  comments: CommentFact[];
}

/** Somebody spoke of the brand; `answered` is null while nobody has said. */
export interface Mention {
  id: string;
  brandId: string;
  at: number;
  answered: boolean | null;
}

/** An objective as the strategy words it; null is what nobody has judged yet. */
export interface ObjectiveFact {
  id: string;
  /** Its words. */
  text: string;
  specific: boolean | null;
  measurable: boolean | null;
  attainable: boolean | null;
  relevant: boolean | null;
  timed: boolean | null;
  /** It says what it brings to the business. */
  business: boolean | null;
  /** Fans for the sake of fans. */
  ego: boolean | null;
}

/** Figures that only the owner has; money in any one currency. */
export interface OwnerData {
  /** KPIs of the strategy, and whether numbers come in for them. */
  kpis?: { id: string; live: boolean }[];
  visits?: number;
  conversions?: number;
  costPerAcquisition?: { value: number; ceiling: number };
  costPerLead?: { value: number; ceiling: number };
  /** Money for production and animation, and for advertising. */
  budget?: { production: number; advertising: number };
}

/** What the organisation has written down; null where nobody has said. */
export interface Register {
  charter: boolean | null;
  roles: boolean | null;
  escalation: boolean | null;
  /** When access and contents were last backed up, epoch ms. */
  backedUpAt: number | null;
}

/** What the organisation wants. */
export interface Strategy {
  objectives: ObjectiveFact[];
  /** Parts of a mix of its own, instead of thirds. */
  mix?: [promote: number, curate: number, interact: number];
}

/** Everything that no public page shows: all of it may be missing, and then says so. Strategy, owner's data, register and what was confirmed are by brand id. */
export interface Given {
  tags?: Record<string, PostTags>;
  mentions?: Mention[];
  strategy?: Record<string, Strategy>;
  owner?: Record<string, OwnerData>;
  register?: Record<string, Register>;
  confirmed?: Record<string, Confirmed>;
}

/** What a person looked at and decided about a brand. */
export interface Confirmed {
  /** These are the brand's official accounts. */
  official?: boolean;
  private?: boolean;
  /** The links of its profiles lead somewhere and are safe. */
  linkAlive?: boolean;
  /** By post key: whether its comments are closed. */
  closed?: Record<string, boolean>;
  /** Posts with criticism under them, and whether all of it was answered. */
  critics?: Record<string, boolean>;
  /** Posts that are advertising, and whether they say so; null for one that only looks like it. */
  disclosed?: Record<string, boolean | null>;
}
