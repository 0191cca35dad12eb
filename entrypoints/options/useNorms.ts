import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { industriesOf, type Norm, normFor } from '../../lib/benchmark/norms';
import { KPI_IDS, type KpiId } from '../../lib/benchmark/result';
import { type Industry, type NormFile, normFileSchema } from '../../lib/model/norm';
import type { NetworkId } from '../../lib/model/vocabulary';
import { attempt } from './toast';

/** The norms that come with the extension; null until they are read. */
export function useNormFile(): NormFile | null {
  const [file, setFile] = useState<NormFile | null>(null);
  useEffect(() => {
    const read = fetch(browser.runtime.getURL('/norms.json')).then((answer) => answer.json());
    attempt(read.then((json) => setFile(normFileSchema.parse(json))));
  }, []);
  return file;
}

interface Norms {
  /** Industries to choose from, all together first. */
  industries: Industry[];
  industry: Industry;
  of: (kpi: KpiId) => Norm | null;
  /** Every figure's, for files. */
  all: Norm[];
}

/** The norms of one network in the industry that the address names, or in all of them; null over several networks, which no norm is about. */
export function useNorms(network: NetworkId | null, wanted: string | null, now: number): Norms | null {
  const file = useNormFile();
  const industries = file && network ? industriesOf(file, network) : [];
  if (!file || !network || !industries.length) return null;
  const industry = industries.find((each) => each === wanted) ?? 'all';
  const of = (kpi: KpiId) => normFor(file, network, industry, kpi, now);
  return { industries, industry, of, all: KPI_IDS.flatMap((kpi) => of(kpi) ?? []) };
}
