import { t } from '../lib/i18n';
import { Icon } from './Icon';

export type FileKind = 'benchmark' | 'posts' | 'compare' | 'map' | 'formats' | 'calendar' | 'topics' | 'changes' | 'audit' | 'audit_json';

interface Props {
  /** File kinds that can be downloaded. */
  files: readonly FileKind[];
  flavour: 'auto' | 'fr' | 'en';
  onFlavour: (flavour: 'auto' | 'fr' | 'en') => void;
  onDownload: (file: FileKind) => void;
}

/** Downloads of the figures as CSV, and which spreadsheet they are written for. */
export function ExportBar({ files, flavour, onFlavour, onDownload }: Props) {
  return (
    <div class="export-bar">
      {files.map((file) => (
        <button key={file} type="button" data-export={file} onClick={() => onDownload(file)}>
          <Icon name="download" /> {t(`export_${file}`)}
        </button>
      ))}
      <FlavourSelect flavour={flavour} onFlavour={onFlavour} />
    </div>
  );
}

/** The spreadsheet that files are written for. */
export function FlavourSelect({ flavour, onFlavour }: Pick<Props, 'flavour' | 'onFlavour'>) {
  return (
    <label class="inline">
      <span>{t('csv_for')}</span>
      <select value={flavour} onChange={(event) => onFlavour(event.currentTarget.value as Props['flavour'])}>
        <option value="auto">{t('csv_auto')}</option>
        <option value="fr">{t('csv_fr')}</option>
        <option value="en">{t('csv_en')}</option>
      </select>
    </label>
  );
}
