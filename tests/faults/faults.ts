/** Trials by fault, by name: npm run faults -- mutations [--json] … */
import { concurrency } from './concurrency';
import { corruption } from './corruption';
import { kills } from './kills';
import { mutations } from './mutations';
import { quota } from './quota';
import { reloads } from './reloads';
import { sigkills } from './sigkills';
import { storageErrors } from './storage-errors';

const TRIALS: Record<string, (args: string[]) => Promise<number>> = {
  mutations,
  kills,
  sigkills,
  reloads,
  concurrency,
  corruption,
  quota,
  'storage-errors': storageErrors,
};

const [name = '', ...args] = process.argv.slice(2);
const trial = TRIALS[name];
if (trial) process.exitCode = await trial(args);
else {
  process.stderr.write(`Usage: faults ${Object.keys(TRIALS).join('|')} [options]\n`);
  process.exitCode = 2;
}
