import type { Criterion } from './audit';
import { acknowledgement } from './criteria/acknowledgement';
import { activeWeeks } from './criteria/active-weeks';
import { alive } from './criteria/alive';
import { amplification } from './criteria/amplification';
import { associations } from './criteria/associations';
import { callToAction } from './criteria/call-to-action';
import { charter } from './criteria/charter';
import { consistency } from './criteria/consistency';
import { conversation } from './criteria/conversation';
import { dependency } from './criteria/dependency';
import { disclosure } from './criteria/disclosure';
import { engagement } from './criteria/engagement';
import { formats } from './criteria/formats';
import { frequency } from './criteria/frequency';
import { growth } from './criteria/growth';
import { identity } from './criteria/identity';
import { link } from './criteria/link';
import { measurement } from './criteria/measurement';
import { mentions } from './criteria/mentions';
import { mission } from './criteria/mission';
import { mix } from './criteria/mix';
import { objectives } from './criteria/objectives';
import { openness } from './criteria/openness';
import { pinned } from './criteria/pinned';
import { profile } from './criteria/profile';
import { questions } from './criteria/questions';
import { replyRate } from './criteria/reply-rate';
import { replyTime } from './criteria/reply-time';
import { returning } from './criteria/returning';
import { silences } from './criteria/silences';
import { thresholds } from './criteria/thresholds';
import { usefulness } from './criteria/usefulness';
import { variety } from './criteria/variety';
import { viewRate } from './criteria/view-rate';

/** Every criterion, in the order that an audit is read. */
export const criteria: readonly Criterion[] = [
  ...[identity, profile, link, pinned, alive],
  ...[frequency, activeWeeks, silences],
  ...[mix, variety, formats, callToAction, usefulness, mission],
  ...[engagement, conversation, amplification, consistency, viewRate],
  ...[replyRate, replyTime, questions, acknowledgement, mentions, openness],
  ...[growth, returning, associations],
  ...[objectives, measurement, thresholds],
  ...[disclosure, charter, dependency],
];
