import { t } from '../lib/i18n';

interface Props {
  label: string;
  value: boolean | null;
  onValue: (value: boolean | null) => void;
  /** Words for yes, no and neither, where these say too little. */
  yes?: string;
  no?: string;
  open?: string;
}

/** Yes or no, or nobody has judged yet. */
export function Judged({ label, value, onValue, yes = t('yes'), no = t('no'), open = t('judged_open') }: Props) {
  return (
    <label class="inline">
      <span>{label}</span>
      <select
        value={value === null ? '' : value ? 'yes' : 'no'}
        onChange={(event) => onValue(event.currentTarget.value === '' ? null : event.currentTarget.value === 'yes')}
      >
        <option value="">{open}</option>
        <option value="yes">{yes}</option>
        <option value="no">{no}</option>
      </select>
    </label>
  );
}
