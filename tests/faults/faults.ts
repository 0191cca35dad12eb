/** Trials by fault, by name: npm run faults -- mutations [--json] … */
import { mutations } from './mutations';

const TRIALS: Record<string, (args: string[]) => Promise<number>> = { mutations };

const [name = '', ...args] = process.argv.slice(2);
const trial = TRIALS[name];
if (trial) process.exitCode = await trial(args);
else {
  process.stderr.write(`Usage: faults ${Object.keys(TRIALS).join('|')} [options]\n`);
  process.exitCode = 2;
}
