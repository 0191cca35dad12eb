import { useEffect, useMemo, useState } from 'preact/hooks';
import { industriesOf, type Norm, normFor } from '../../lib/benchmark/norms';
import { mergedNorms } from '../../lib/benchmark/peer-norms';
import { KPI_IDS, type KpiId } from '../../lib/benchmark/result';
import { plural, t } from '../../lib/i18n';
import { type Industry, type NormFile, normFileSchema } from '../../lib/model/norm';
import type { NetworkId } from '../../lib/model/vocabulary';
import { readNorms } from '../../lib/norm-file';
import { ownNorms } from '../../lib/settings';
import { attempt, say } from './toast';

/** The norms that come with the extension, and those that were brought in; null until they are read. */
export function useNormFile(): NormFile | null {
  const [file, setFile] = useState<NormFile | null>(null);
  const [own, setOwn] = useState<NormFile | null>(null);
  useEffect(() => {
    attempt(readNorms().then(setFile));
    attempt(ownNorms.getValue().then(setOwn));
    return ownNorms.watch(setOwn);
  }, []);
  return useMemo(() => (file && own ? mergedNorms(file, own) : null), [file, own]);
}

/** More is no norm file. */
const MOST_BYTES = 1_000_000;

/** Brings in the norms of a file; one that is none changes nothing and says so. */
export async function bringInNorms(file: File): Promise<void> {
  const parsed =
    file.size > MOST_BYTES
      ? null
      : normFileSchema.safeParse(
          await file
            .text()
            .then(JSON.parse)
            .catch(() => null),
        );
  if (!parsed?.success || !parsed.data.norms.length) return say(t('norm_file_refused', file.name));
  const own: NormFile = { ...parsed.data, sources: parsed.data.sources.map((source) => ({ ...source, read: 'own' })) };
  await ownNorms.setValue(normFileSchema.parse(mergedNorms(await ownNorms.getValue(), own)));
  say(plural('norm_imported', own.norms.length));
}

/** Takes the norms of one source away, with a way back. */
export async function removeNorms(id: string): Promise<void> {
  const before = await ownNorms.getValue();
  const source = before.sources.find((each) => each.id === id);
  if (!source) return;
  const without = (list: NormFile) => ({
    sources: list.sources.filter((each) => each.id !== id),
    norms: list.norms.filter((norm) => norm.source !== id),
  });
  await ownNorms.setValue(without(before));
  say(t('norm_removed', source.publisher), { onUndo: () => attempt(ownNorms.setValue(before)) });
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
