import { type MessageKey, t } from '../lib/i18n';
import { FIXED_TAGS, type FixedTag } from '../lib/model/vocabulary';

/** Whether a tag is one that every workspace has. */
export const isFixedTag = (tag: string): tag is FixedTag => (FIXED_TAGS as readonly string[]).includes(tag);

/** A tag as it is read: fixed ones have a name in each language, own words are as they were typed. */
export const tagName = (tag: string): string => (isFixedTag(tag) ? t(`tag_${tag}` as MessageKey) : tag);
