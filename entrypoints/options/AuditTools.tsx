import { PresetSelect } from '../../components/AuditWeights';
import { ExportBar } from '../../components/ExportBar';
import { IndustryChoice } from '../../components/IndustryChoice';
import { BrandSelect, NetworkSelect } from '../../components/Selects';
import { networksOf } from '../../lib/audits/facts';
import type { AuditRun } from '../../lib/audits/report';
import { industriesOf } from '../../lib/benchmark/norms';
import { t } from '../../lib/i18n';
import { INDUSTRIES, type NormFile } from '../../lib/model/norm';
import type { Brand } from '../../lib/model/study';
import type { NetworkId } from '../../lib/model/vocabulary';
import { type AuditChoice, auditSettings } from '../../lib/settings';
import { exportAudit, useFlavour } from './exports';
import { networkNames } from './networks';
import { adjust } from './route';
import type { StudyData } from './workspace-data';

interface Props {
  data: StudyData;
  brands: readonly Brand[];
  brand: Brand;
  network: NetworkId | null;
  choice: AuditChoice;
  onChoice: (change: Partial<AuditChoice>) => void;
  norms: NormFile;
  /** What the files are made of: the audit that is shown. */
  run: AuditRun;
  onSave: () => void;
}

/** Whom to audit, by what, and what to do with it. */
export function AuditTools({ data, brands, brand, network, choice, onChoice, norms, run, onSave }: Props) {
  const [flavour, setFlavour] = useFlavour();
  const networks = networksOf(brand);
  const known = new Set(networks.flatMap((id) => industriesOf(norms, id)));
  const { industry: chosen } = auditSettings(choice, data.study);
  const industries = INDUSTRIES.filter((industry) => known.has(industry) || (known.size > 0 && industry === chosen));
  return (
    <div class="tools">
      <BrandSelect label={t('brand')} brands={brands} value={brand.id} onChange={(id) => adjust({ brand: id, run: null, versus: null })} />
      <NetworkSelect
        networks={networks}
        value={network}
        name={(id) => networkNames[id] ?? id}
        onChange={(id) => adjust({ network: id, run: null, versus: null })}
      />
      <PresetSelect choice={choice} onChoice={onChoice} />
      {industries.length > 0 && <IndustryChoice all={industries} chosen={chosen} onChange={(industry) => onChoice({ industry })} />}
      <button type="button" onClick={onSave}>
        {t('audit_run_save')}
      </button>
      <span class="grow" />
      <ExportBar
        files={['audit', 'audit_json']}
        flavour={flavour}
        onFlavour={setFlavour}
        onDownload={(file) => exportAudit(run, data.study, flavour, file === 'audit' ? 'csv' : 'json')}
      />
    </div>
  );
}
