import { LANGUAGES, type Language, plural, t } from '../lib/i18n';
import { logoFits, MOST_LOGO, type Sender } from '../lib/reports/audit-report';

/** How one report is written. */
export interface ReportChoices {
  language: Language;
  /** With the pictures behind the findings. */
  pictures: boolean;
}

interface Props {
  sender: Sender;
  onSender: (sender: Sender) => void;
  choices: ReportChoices;
  onChoices: (choices: ReportChoices) => void;
  /** How many pictures are behind the findings. */
  pictures: number;
  /** A picture that cannot be used. */
  onRefused: (why: string) => void;
  onOpen: () => void;
  onSave: () => void;
  onPrint: () => void;
}

const MOST_LETTERS = 120;
const MOST_COMMENTS = 6_000;

/** What the agency adds to the report, and the ways to get it. */
export function AuditReportForm({ sender, onSender, choices, onChoices, pictures, onRefused, onOpen, onSave, onPrint }: Props) {
  const set = (change: Partial<Sender>) => onSender({ ...sender, ...change });
  return (
    <section class="audit-report">
      <h2>{t('audit_report')}</h2>
      <p class="muted hint">{t('audit_report_words')}</p>
      <div class="audit-report-form">
        <label>
          <span>{t('audit_report_agency')}</span>
          <input
            type="text"
            maxLength={MOST_LETTERS}
            value={sender.agency}
            onChange={(event) => set({ agency: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('audit_report_analyst')}</span>
          <input
            type="text"
            maxLength={MOST_LETTERS}
            value={sender.analyst}
            onChange={(event) => set({ analyst: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('audit_report_colour')}</span>
          <input type="color" value={sender.colour} onChange={(event) => set({ colour: event.currentTarget.value })} />
        </label>
        <label>
          <span>{t('audit_report_language')}</span>
          <select value={choices.language} onChange={(event) => onChoices({ ...choices, language: event.currentTarget.value as Language })}>
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {t(`audit_report_in_${language}`)}
              </option>
            ))}
          </select>
        </label>
        <Logo logo={sender.logo} onLogo={(logo) => set({ logo })} onRefused={onRefused} />
        <label class="wide">
          <span>{t('audit_report_comments_typed')}</span>
          <textarea
            rows={5}
            maxLength={MOST_COMMENTS}
            value={sender.comments}
            onChange={(event) => set({ comments: event.currentTarget.value })}
          />
        </label>
        <label class="check wide">
          <input
            type="checkbox"
            checked={sender.signed}
            disabled={!sender.analyst.trim()}
            onChange={(event) => set({ signed: event.currentTarget.checked })}
          />
          <span>{t('audit_report_sign')}</span>
        </label>
        {pictures > 0 && (
          <label class="check wide">
            <input
              type="checkbox"
              data-report="pictures"
              checked={choices.pictures}
              onChange={(event) => onChoices({ ...choices, pictures: event.currentTarget.checked })}
            />
            <span>{plural('audit_report_with_pictures', pictures)}</span>
          </label>
        )}
      </div>
      <p class="row tools">
        <button type="button" class="primary" data-report="open" onClick={onOpen}>
          {t('audit_report_open')}
        </button>
        <button type="button" data-report="save" onClick={onSave}>
          {t('audit_report_save')}
        </button>
        <button type="button" data-report="print" onClick={onPrint}>
          {t('audit_report_print')}
        </button>
      </p>
    </section>
  );
}

function Logo({
  logo,
  onLogo,
  onRefused,
}: {
  logo: string | null;
  onLogo: (logo: string | null) => void;
  onRefused: (why: string) => void;
}) {
  const take = async (file: File | undefined) => {
    if (!file) return;
    // Judged before it is read: a data URL takes four letters for three bytes.
    const url = file.size * 1.34 > MOST_LOGO ? null : await dataUrl(file).catch(() => null);
    if (logoFits(url)) onLogo(url);
    else onRefused(t('audit_report_logo_refused'));
  };
  return (
    <div class="audit-logo">
      <label>
        <span>{t('audit_report_logo_choose')}</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {logo && (
        <>
          <img src={logo} alt={t('audit_report_logo')} />
          <button type="button" class="quiet" onClick={() => onLogo(null)}>
            {t('audit_report_logo_remove')}
          </button>
        </>
      )}
    </div>
  );
}

const dataUrl = (file: File): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
