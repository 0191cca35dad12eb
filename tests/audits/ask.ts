import { expect } from 'vitest';
import type { CriterionId, CriterionState, PartResult } from '../../lib/audits/audit';
import type { AuditData } from '../../lib/audits/facts';
import type { CommentFact, Given } from '../../lib/audits/given';
import { criteria } from '../../lib/audits/index';
import { audit } from '../../lib/audits/run';
import type { NormFile } from '../../lib/model/norm';
import type { PostRecord } from '../../lib/model/records';
import type { AccountRecord, PostState } from '../../lib/model/rollup';
import type { Brand } from '../../lib/model/study';
import { account, ago, brand, count, NOW, post, rollup, study } from '../benchmark/make';

interface Made {
  posts?: PostState[];
  account?: Partial<AccountRecord>;
  role?: Brand['role'];
  others?: { posts: PostState[]; account?: AccountRecord }[];
  comments?: CommentFact[];
  otherComments?: CommentFact[];
  given?: Given;
  norms?: NormFile;
  /** Days of the study; everything if left out. */
  days?: number;
  text?: (post: PostState) => Partial<PostRecord>;
}

/** One criterion of x:lumen, with peers x:p0, x:p1 … */
export function ask(id: CriterionId, made: Made): PartResult {
  const {
    posts = [],
    others = [],
    comments = [],
    otherComments = [],
    given = {},
    role = 'own',
    text,
    norms = { sources: [], norms: [] },
  } = made;
  const keys = others.map((_, i) => `x:p${i}`);
  const all = [posts, ...others.map((other) => other.posts)].flat();
  const page = (key: string, found: CommentFact[]) =>
    found.length ? [{ id: `c-${key}`, postKey: `${key}-post`, accountKey: key, takenAt: NOW, comments: found }] : [];
  const data: AuditData = {
    study: study([brand({ role }), ...keys.map((key) => brand({ id: key, role: 'direct', accounts: [key] }))], made.days ?? null),
    rollups: [rollup(posts), ...others.map((other, i) => rollup(other.posts, `x:p${i}`))],
    accounts: [
      { ...account([[0, count(1000)]]), ...made.account },
      ...others.map((other, i) => other.account ?? account([[0, count(1000)]], `x:p${i}`)),
    ],
    records: text ? all.map((each) => ({ ...recordOf(each), ...text(each) })) : [],
    comments: [...page('x:lumen', comments), ...page('x:p0', otherComments)],
    norms,
    given,
  };
  const [criterion] = criteria.filter((each) => each.id === id);
  if (!criterion) throw new Error(id);
  const run = audit(data, { brandId: 'b1', network: 'x', industry: null, now: NOW, preset: 'awareness' }, [criterion]);
  const [part] = run.criteria[0]?.parts ?? [];
  if (!part) throw new Error(id);
  return part;
}

const recordOf = ({ postKey, accountKey, network, published, format }: PostState): PostRecord => ({
  ...{
    postKey,
    accountKey,
    network,
    id: postKey,
    aliases: [],
    url: null,
    author: null,
    published,
    format,
    text: 'x',
    firstSeenAt: 0,
    lastSeenAt: 0,
  },
});
export const row = (n: number, make: (i: number) => Partial<PostState> = () => ({}), key = 'x:lumen') =>
  Array.from({ length: n }, (_, i) => post({ accountKey: key, snapshotId: key, published: ago(1 + i), ...make(i) }));
export const peers = (n: number, make: (peer: number) => Partial<PostState>) =>
  Array.from({ length: n }, (_, peer) => ({ posts: row(12, () => make(peer), `x:p${peer}`) }));
export const likes = (value: number): Partial<PostState> => ({ metrics: { likes: count(value), comments: count(0), shares: count(0) } });
export const is = (part: PartResult, state: CriterionState, reason: string) =>
  expect([part.state, part.why?.reason, part.score]).toEqual([state, reason, null]);
