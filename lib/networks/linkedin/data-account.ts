import type { AccountReading } from '../../model/capture';
import { at, type Thing, wordsAt } from '../../reading/json-tree';
import { outgoing } from '../../reading/links';
import { exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { entitiesIn, follow, whole } from './data';
import { ownerIn, same } from './links';

/** The handle that an entity of the data goes by: organisations have a universal name, people a public identifier. */
function handleOf(thing: Thing): string | null {
  const person = wordsAt(thing, 'publicIdentifier');
  return wordsAt(thing, 'universalName') || (person ? `in/${person}` : null) || (ownerIn(wordsAt(thing, 'url'))?.handle ?? null);
}

/** What the data says of the page's own account; null when it is about others. */
export function accountInData(data: unknown, { surface, url }: PageContext): Partial<AccountReading> | null {
  const { handle } = surface;
  if (!handle) return null;
  const { things, entities } = entitiesIn(data);
  const facts: Partial<AccountReading> = {};
  for (const thing of things) {
    const urn = wordsAt(thing, 'entityUrn');
    if (
      !/:(?:fsd?_)?(?:normalized_)?(?:company|school|profile|miniProfile|miniCompany|organization)/i.test(urn) ||
      !same(handleOf(thing), handle)
    )
      continue;
    const followers = [follow(entities, thing, 'followingState'), follow(entities, thing, 'followingInfo'), thing]
      .map((state) => at(state, 'followerCount'))
      .find(whole);
    const [industry] = ['industry', 'industryV2'].map((name) => follow(entities, thing, name));
    const bio = wordsAt(thing, 'description') || wordsAt(thing, 'summary');
    const category = wordsAt(industry, 'name') || wordsAt(thing, 'industryName');
    const link = outgoing(wordsAt(thing, 'websiteUrl') || wordsAt(thing, 'companyPageUrl') || null, url);
    const name = wordsAt(thing, 'name') || [wordsAt(thing, 'firstName'), wordsAt(thing, 'lastName')].join(' ').trim();
    const id = /:([\w-]{3,60})$/.exec(urn)?.[1];
    if (id) facts.nativeId ??= id;
    if (name) facts.name ??= name.slice(0, 300);
    if (followers !== undefined) facts.followers ??= exact(followers, 'response', `${followers}`);
    if (bio) facts.bio ??= bio.slice(0, 1000);
    if (category) facts.category ??= category.slice(0, 300);
    if (link) facts.link ??= link;
  }
  return Object.keys(facts).length ? facts : null;
}
