import type { Confirmed, Given, Mention, OwnerData } from './audits/given';
import type { AccountAnswers, BrandAnswers, OwnerFigures, PostAnswer } from './model/answers';
import type { Study } from './model/study';
import { answersOf } from './store/answers';
import { postAnswers } from './store/post-answers';

/** What people said of a study's brands and their posts, as an audit takes it: all that is given but tags. */
export type Said = Omit<Given, 'tags'>;

/** Reads what was said of the brands of a study and of their posts. */
export async function saidOf(study: Study): Promise<Said> {
  const ids = study.brands.map(({ id }) => id);
  const keys = [...new Set(study.brands.flatMap(({ accounts }) => accounts))];
  const [brands, posts] = await Promise.all([answersOf(ids), postAnswers(keys)]);
  return givenIn(study, brands, posts);
}

/** The same from what the store holds. What was only begun, such as a cost without its ceiling, waits until it is whole. */
export function givenIn(study: Study, brands: ReadonlyMap<string, BrandAnswers>, posts: readonly AccountAnswers[]): Said {
  const given: Required<Said> = { mentions: [], strategy: {}, owner: {}, register: {}, confirmed: {} };
  const byAccount = new Map(posts.map((each) => [each.accountKey, Object.entries(each.posts)]));
  for (const { id, accounts } of study.brands) {
    const { objectives, kpis, figures, register, mentions = [], official, private: hidden, linkAlive } = brands.get(id) ?? {};
    if (objectives) given.strategy[id] = { objectives };
    if (register) given.register[id] = register;
    if (kpis || figures)
      given.owner[id] = { ...(kpis && { kpis: kpis.map(({ id: kpi, live }) => ({ id: kpi, live })) }), ...ownerData(figures ?? {}) };
    given.mentions.push(...mentions.map(({ id: mention, at, answered }): Mention => ({ id: mention, brandId: id, at, answered })));
    const confirmed: Confirmed = {
      ...(official !== undefined && { official }),
      ...(hidden !== undefined && { private: hidden }),
      ...(linkAlive !== undefined && { linkAlive }),
      ...postsIn(accounts.flatMap((key) => byAccount.get(key) ?? [])),
    };
    if (Object.keys(confirmed).length) given.confirmed[id] = confirmed;
  }
  return given;
}

function ownerData(figures: OwnerFigures): OwnerData {
  const { visits, conversions, costPerAcquisition, acquisitionCeiling, costPerLead, leadCeiling, production, advertising } = figures;
  const cost = (value?: number, ceiling?: number) => (value === undefined || ceiling === undefined ? undefined : { value, ceiling });
  const [acquisition, lead] = [cost(costPerAcquisition, acquisitionCeiling), cost(costPerLead, leadCeiling)];
  return {
    ...(visits !== undefined && conversions !== undefined && conversions <= visits && { visits, conversions }),
    ...(acquisition && { costPerAcquisition: acquisition }),
    ...(lead && { costPerLead: lead }),
    ...(production !== undefined && advertising !== undefined && { budget: { production, advertising } }),
  };
}

const ADVERTISING = { named: true, unnamed: false, none: null };

function postsIn(said: readonly [string, PostAnswer][]): Pick<Confirmed, 'closed' | 'critics' | 'disclosed'> {
  const of = <T>(answer: (post: PostAnswer) => T | undefined): Record<string, T> | undefined => {
    const found = said.flatMap(([key, post]): [string, T][] => {
      const value = answer(post);
      return value === undefined ? [] : [[key, value]];
    });
    return found.length ? Object.fromEntries(found) : undefined;
  };
  const closed = of((post) => post.closed);
  const critics = of(({ critics: each }) => (each === undefined ? undefined : each === 'answered'));
  const disclosed = of(({ advertising }) => (advertising === undefined ? undefined : ADVERTISING[advertising]));
  return { ...(closed && { closed }), ...(critics && { critics }), ...(disclosed && { disclosed }) };
}
