import { useEffect, useState } from 'preact/hooks';
import type { AuditRun } from '../../lib/audits/report';
import type { Comparison } from '../../lib/benchmark/compare';
import type { Content } from '../../lib/benchmark/content';
import type { Norm } from '../../lib/benchmark/norms';
import { peerNorms } from '../../lib/benchmark/peer-norms';
import { percentiles } from '../../lib/benchmark/percentile';
import type { Benchmark } from '../../lib/benchmark/result';
import { xFactors } from '../../lib/benchmark/x-factor';
import { auditCsv } from '../../lib/exports/audit-csv';
import { auditJson } from '../../lib/exports/audit-json';
import { benchmarkCsv } from '../../lib/exports/benchmark-csv';
import { compareCsv } from '../../lib/exports/compare-csv';
import { type Flavour, flavourFor } from '../../lib/exports/csv';
import { postRows, postsCsv } from '../../lib/exports/posts-csv';
import { language, t } from '../../lib/i18n';
import type { Brand, Study } from '../../lib/model/study';
import { type CsvFlavourSetting, csvFlavour } from '../../lib/settings';
import { postRecords } from '../../lib/store/queries';
import { tagsOf } from '../../lib/store/tags';
import { download, fileName, labelled } from './download';
import { attempt, say } from './toast';
import { accountsIn, type StudyData, statesOf } from './workspace-data';

/** The setting for which spreadsheet files are written. */
export function useFlavour(): [CsvFlavourSetting, (flavour: CsvFlavourSetting) => void] {
  const [flavour, setFlavour] = useState<CsvFlavourSetting>('auto');
  useEffect(() => {
    attempt(csvFlavour.getValue().then(setFlavour));
    return csvFlavour.watch(setFlavour);
  }, []);
  return [flavour, (next) => attempt(csvFlavour.setValue(next))];
}

const written = (flavour: CsvFlavourSetting): Flavour => flavourFor(flavour === 'auto' ? language() : flavour);
const file = (text: string) => new Blob([text], { type: 'text/csv;charset=utf-8' });

/** Downloads `benchmark.csv` of what the view shows. */
export function exportBenchmark(result: Benchmark, study: Study, flavour: CsvFlavourSetting, norms: readonly Norm[]): void {
  const text = benchmarkCsv(result, labelled(study), written(flavour), norms);
  download(fileName('benchmark', study, result.computedAt, 'csv'), file(text));
}

/** Downloads `compare.csv` of the two brands that the view shows. */
export function exportCompare(compared: Pair, study: Study, flavour: CsvFlavourSetting, now: number): void {
  const text = compareCsv(compared.comparison, compared.a, compared.b, labelled(study), written(flavour));
  download(fileName('compare', study, now, 'csv'), file(text));
}

/** Downloads a file of the landscape, of what the view shows. */
export function saveCsv(
  kind: 'map' | 'formats' | 'calendar' | 'topics' | 'changes',
  study: Study,
  now: number,
  flavour: CsvFlavourSetting,
  write: (study: Study, flavour: Flavour) => string,
): void {
  download(fileName(kind, study, now, 'csv'), file(write(labelled(study), written(flavour))));
}

/** Two brands with what is said of them. */
interface Pair {
  comparison: Comparison;
  a: { brand: Brand; content: Content };
  b: { brand: Brand; content: Content };
}

/** Downloads an audit as `audit.csv` or `audit.json`. */
export function exportAudit(run: AuditRun, study: Study, flavour: CsvFlavourSetting, as: 'csv' | 'json'): void {
  const blob = as === 'csv' ? file(auditCsv({ ...run, studyName: labelled(study).name }, written(flavour))) : new Blob([auditJson(run)]);
  download(fileName('audit', study, run.madeAt, as), blob);
}

/** Downloads `posts.csv` of the study's posts in its period. */
export function exportPosts(data: StudyData, flavour: CsvFlavourSetting): void {
  const states = statesOf(data);
  const keys = accountsIn(data.study);
  const done = Promise.all([postRecords(keys), tagsOf(keys)]).then(([records, tags]) => {
    const xFactor = xFactors(data.rollups, data.curves);
    const placesOf = percentiles(data.rollups, xFactor, data.curves);
    const rows = postRows(data.study, states, records, data.accounts, xFactor, placesOf, tags);
    download(fileName('posts', data.study, data.now, 'csv'), file(postsCsv(rows, written(flavour))));
  });
  attempt(done);
}

/** Downloads what the study's peers come to, as a file of norms; says so where they are too few. */
export function exportPeers({ study, rollups, accounts, now, curves }: StudyData): void {
  const file = peerNorms(study, rollups, accounts, now, curves);
  if (!file.norms.length) say(t('norm_export_few'));
  else download(fileName('norms', study, now, 'json'), new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
}
