import { useEffect, useState } from 'preact/hooks';
import { Methods } from '../../components/Methods';
import { Settings } from '../../components/Settings';
import { ownCurves } from '../../lib/age-curves';
import type { AccountRecord } from '../../lib/model/rollup';
import { serversOf } from '../../lib/precise-sites';
import { captureOnClick } from '../../lib/settings';
import { useFlavour } from './exports';
import { networkLines } from './networks';
import { attempt } from './toast';
import { useLive } from './useLive';
import { bringInNorms, removeNorms, useNormFile } from './useNorms';
import { useOverlay } from './useOverlay';
import { usePrecise } from './usePrecise';

/** How figures are made and what happens to them. */
export function MethodsView() {
  return (
    <Methods
      networks={networkLines()}
      norms={useNormFile()}
      fits={useLive('fits', ownCurves).value ?? []}
      onNormFile={(file) => attempt(bringInNorms(file))}
      onRemoveNorm={(id) => attempt(removeNorms(id))}
    />
  );
}

/** The few things that can be set. */
export function SettingsView({ accounts }: { accounts: readonly AccountRecord[] }) {
  const [onClick, setOnClick] = useState<boolean | null>(null);
  const [flavour, setFlavour] = useFlavour();
  const [precise, turnPrecise] = usePrecise();
  const [overlay, turnOverlay] = useOverlay();
  useEffect(() => {
    attempt(captureOnClick.getValue().then(setOnClick));
    return captureOnClick.watch(setOnClick);
  }, []);
  return (
    <Settings
      captureOnClick={onClick}
      onCaptureOnClick={(on) => attempt(captureOnClick.setValue(on))}
      precise={precise}
      onPrecise={turnPrecise}
      servers={serversOf(accounts)}
      overlay={overlay}
      onOverlay={turnOverlay}
      flavour={flavour}
      onFlavour={setFlavour}
    />
  );
}
