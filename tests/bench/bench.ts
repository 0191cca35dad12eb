/** Measurements by name: npm run bench -- reading [--json] … */
import { audit, benchmark } from './benchmark';
import { charts } from './charts';
import { reading } from './reading';
import { store } from './store';

const BENCHES: Record<string, (args: string[]) => Promise<number>> = { audit, benchmark, charts, reading, store };

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) process.exitCode = await bench(args);
else {
  process.stderr.write(`Usage: bench ${Object.keys(BENCHES).join('|')} [options]\n`);
  process.exitCode = 2;
}
