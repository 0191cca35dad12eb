import type { ComponentChildren } from 'preact';
import { ExportBar, type FileKind } from '../../components/ExportBar';
import { NetworkSelect } from '../../components/Selects';
import type { NetworkId } from '../../lib/model/vocabulary';
import type { CsvFlavourSetting } from '../../lib/settings';
import { useFlavour } from './exports';
import { networkNames } from './networks';
import { adjust } from './route';

interface Props {
  /** What the view lets choose beside the network. */
  children?: ComponentChildren;
  /** Networks of which the address names one; none where the view is not asked of one network. */
  networks?: readonly NetworkId[];
  network?: NetworkId | null;
  file: FileKind;
  onDownload: (flavour: CsvFlavourSetting) => void;
}

/** The choices of a view, and what it shows as a file. */
export function Toolbar({ children, networks = [], network = null, file, onDownload }: Props) {
  const [flavour, setFlavour] = useFlavour();
  return (
    <div class="tools">
      {children}
      <NetworkSelect networks={networks} value={network} name={(id) => networkNames[id] ?? id} onChange={(id) => adjust({ network: id })} />
      <span class="grow" />
      <ExportBar files={[file]} flavour={flavour} onFlavour={setFlavour} onDownload={() => onDownload(flavour)} />
    </div>
  );
}
