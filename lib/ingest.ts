import { withoutRejects } from './capture/coverage';
import { type CommentReading, captureSchema, type PostReading, postReadingSchema } from './model/capture';
import { accountKey, accountNameOf } from './model/keys';
import type { CommentRecord } from './model/records';
import { keepCapture } from './store/keep';
import type { StorageFault } from './store/storage-fault';

/** What became of a capture: saved completely, or not at all with the reason. */
export type IngestResult =
  | { saved: true; snapshotId: string; accountKey: string; kept: number; rejected: number; fresh: boolean; doubts: number }
  | { saved: false; reason: string; fault?: StorageFault };

export interface IngestOptions {
  /** Invented figures of the sample study. */
  sample?: boolean;
  /** Language of a text (BCP 47), null where it cannot be told: the browser's own detector, which asks nobody. */
  languageOf?: (text: string) => Promise<string | null>;
}

/**
 * The only door into the store. Checks the capture, then every post by itself (a bad one becomes a reject with its reason, never a
 * lost batch), and writes it in one strict transaction. Resolves when the transaction is complete; rejects when the store fails.
 */
export async function ingest(candidate: unknown, options: IngestOptions = {}): Promise<IngestResult> {
  const { posts, envelope } = separate(candidate);
  const checked = captureSchema.safeParse(envelope);
  if (!checked.success) return { saved: false, reason: explain(checked.error) };
  const capture = checked.data;
  const name = accountNameOf(capture);
  if (!name) return { saved: false, reason: 'the page does not say whose it is' };
  const kept: PostReading[] = [];
  const rejects: string[] = [];
  for (const post of posts) {
    const result = postReadingSchema.safeParse(post);
    if (result.success) kept.push(result.data);
    else rejects.push(explain(result.error));
  }
  const key = accountKey(capture.network, name);
  const coverage = withoutRejects(capture.coverage, kept.length, rejects.length);
  const { comments = [], ...rest } = capture;
  const whole = { ...rest, posts: await withLanguages(kept, options.languageOf), coverage };
  const records = await commentRecords(comments, options.languageOf);
  const { fresh, doubts } = await keepCapture({
    capture: whole,
    comments: records,
    accountKey: key,
    rejects,
    sample: options.sample ?? false,
  });
  return { saved: true, snapshotId: capture.id, accountKey: key, kept: kept.length, rejected: rejects.length, fresh, doubts };
}

/** Posts whose page does not mark their language get it from the detector, where that is sure. */
const withLanguages = (posts: PostReading[], languageOf: IngestOptions['languageOf']): Promise<PostReading[]> =>
  Promise.all(
    posts.map(async (post) => {
      const language = post.language ?? (await languageOf?.(post.text));
      return language ? { ...post, language } : post;
    }),
  );

/** A question mark of any script that ends a sentence; Greek asks with a semicolon, which cannot be told from its neighbours'. */
const QUESTION = /[?？؟՞፧⁇⁈⁉](?=[\s"'»”’)\]!?？؟]|$)/u;

/** What is kept of comments: when, by whom in kind, whether they ask; the text is looked at here and let go. */
const commentRecords = (comments: CommentReading[], languageOf: IngestOptions['languageOf']): Promise<CommentRecord[]> =>
  Promise.all(
    comments.map(async ({ text, ...comment }) => {
      const language = comment.language ?? (await languageOf?.(text));
      return { ...comment, question: QUESTION.test(text), ...(language && { language }) };
    }),
  );

function separate(candidate: unknown): { posts: unknown[]; envelope: unknown } {
  if (typeof candidate !== 'object' || candidate === null) return { posts: [], envelope: candidate };
  const { posts, ...rest } = candidate as { posts?: unknown };
  return { posts: Array.isArray(posts) ? posts.slice(0, 2000) : [], envelope: { ...rest, posts: [] } };
}

const explain = (error: { issues: { path: PropertyKey[]; message: string }[] }) =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ')
    .slice(0, 300);
