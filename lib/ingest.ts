import { withoutRejects } from './capture/coverage';
import { type Capture, captureSchema, type PostReading, postReadingSchema } from './model/capture';
import { accountKey, accountNameOf } from './model/keys';
import { writeCapture } from './store/write';

/** What became of a capture: saved completely, or not at all with the reason. */
export type IngestResult =
  | { saved: true; snapshotId: string; accountKey: string; kept: number; rejected: number; fresh: boolean }
  | { saved: false; reason: string };

const envelope = (value: unknown) => captureSchema.safeParse(value);

/**
 * The only door into the store. Checks the capture, then every post by itself (a bad one becomes a reject with its reason, never a
 * lost batch), and writes it in one strict transaction. Resolves when the transaction is complete; rejects when the store fails.
 */
export async function ingest(candidate: unknown, options: { sample?: boolean } = {}): Promise<IngestResult> {
  const { posts, rest } = separate(candidate);
  const checked = envelope(rest);
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
  const whole: Capture = { ...capture, posts: kept, coverage };
  const { fresh } = await writeCapture(whole, key, rejects, options.sample ?? false);
  return { saved: true, snapshotId: capture.id, accountKey: key, kept: kept.length, rejected: rejects.length, fresh };
}

function separate(candidate: unknown): { posts: unknown[]; rest: unknown } {
  if (typeof candidate !== 'object' || candidate === null) return { posts: [], rest: candidate };
  const { posts, ...rest } = candidate as { posts?: unknown };
  return { posts: Array.isArray(posts) ? posts.slice(0, 2000) : [], rest: { ...rest, posts: [] } };
}

const explain = (error: { issues: { path: PropertyKey[]; message: string }[] }) =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ')
    .slice(0, 300);
