import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Role } from '../lib/model/vocabulary';
import type { StudyChange } from '../lib/study-edits';
import type { Suggestion } from '../lib/suggestions';
import { IndustrySelect } from './BrandDetails';
import { BrandItem, type BrandProps } from './BrandItem';
import { Icon } from './Icon';
import { NameInput } from './NameInput';
import { RoleSelect } from './RoleMark';
import { Dismissed, type SuggestionActions, Suggestions } from './Suggestions';

interface Props extends BrandProps, SuggestionActions {
  suggestions: readonly Suggestion[];
  /** Clients of the other studies, to choose from. */
  clients: readonly string[];
  now: number;
  onStudy: (change: StudyChange) => void;
  /** Null where a copy makes no sense. */
  onCopy: (() => void) | null;
  onRemoveStudy: () => void;
  onAddBrand: (name: string, role: Role) => void;
}

/** Who is compared: the study's name, its brands with their roles, and the captured accounts that belong to them. */
export function StudyEditor(props: Props) {
  const { study, suggestions } = props;
  return (
    <div class="editor">
      <Head {...props} />
      <Suggestions {...props} suggestions={suggestions.filter(({ dismissed }) => !dismissed)} />
      <ul class="brands">
        {study.brands.map((brand) => (
          <BrandItem key={brand.id} {...props} brand={brand} />
        ))}
      </ul>
      <NewBrand {...props} />
      <Dismissed {...props} suggestions={suggestions.filter(({ dismissed }) => dismissed)} />
    </div>
  );
}

function Head({ study, clients, onStudy, onCopy, onRemoveStudy }: Props) {
  return (
    <div class="editor-head">
      <NameInput label={t('study_name')} labelled value={study.name} onName={(name) => onStudy({ name })} />
      <NameInput
        label={t('study_client')}
        labelled
        value={study.client ?? ''}
        optional
        placeholder={t('optional')}
        list="clients"
        onName={(client) => onStudy({ client: client || undefined })}
      />
      <datalist id="clients">
        {clients.map((client) => (
          <option key={client} value={client} />
        ))}
      </datalist>
      <IndustrySelect
        label={t('study_industry')}
        value={study.industry}
        none={t('not_said')}
        onChange={(industry) => onStudy({ industry })}
      />
      <span class="editor-acts">
        {onCopy && (
          <button type="button" class="quiet" onClick={onCopy}>
            <Icon name="copy" /> {t('study_copy')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onRemoveStudy}>
          <Icon name="remove" /> {t('remove_study')}
        </button>
      </span>
    </div>
  );
}

function NewBrand({ onAddBrand }: Props) {
  const [role, setRole] = useState<Role>('direct');
  return (
    <form
      class="new-brand"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const name = String(new FormData(form).get('name') ?? '').trim();
        if (!name) return;
        onAddBrand(name, role);
        form.reset();
      }}
    >
      <RoleSelect value={role} label={t('role')} onChange={setRole} />
      <input name="name" aria-label={t('brand_name')} placeholder={t('brand_name')} maxLength={120} required />
      <button type="submit">
        <Icon name="add" /> {t('add_brand')}
      </button>
    </form>
  );
}
