import { z } from 'zod/mini';
import { captureSchema, commentReadingSchema } from '../model/capture';

/** An entry of the journal as a file may bring it: the same rules as at the door. Keys that it does not name are left out. */
export const entrySchema = z.object({
  capture: z.omit(captureSchema, { comments: true }),
  comments: z.array(z.extend(z.omit(commentReadingSchema, { text: true }), { question: z.boolean() })).check(z.maxLength(1000)),
  accountKey: z.string().check(z.minLength(3), z.maxLength(300)),
  rejects: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(2000)),
  sample: z.boolean(),
});
