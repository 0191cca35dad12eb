import { useEffect, useMemo, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Notice } from '../../components/Notice';
import { PictureDialog } from '../../components/PictureDialog';
import { PictureEditor } from '../../components/PictureEditor';
import { PictureList } from '../../components/PictureList';
import { PicturesWaiting } from '../../components/PicturesWaiting';
import { RetentionChoice } from '../../components/RetentionChoice';
import { formatBytes, formatDay, formatMoment, plural, t } from '../../lib/i18n';
import type { PictureFacts, PictureFile } from '../../lib/model/picture';
import type { AccountRecord } from '../../lib/model/rollup';
import type { Study } from '../../lib/model/study';
import { fileOf, listDrafts, onDrafts, type PictureDraft } from '../../lib/store/drafts';
import { erasePictures, listPictures, pictureBytes } from '../../lib/store/pictures';
import { accountName } from '../../lib/study-edits';
import { discardDraft, keepDraft, savePack } from './evidence-actions';
import { adjust, go, href, route } from './route';
import { attempt, say } from './toast';
import { useLive } from './useLive';
import { useRetention } from './useRetention';

/** Pictures: what waits to be decided on, what is kept, how it leaves as evidence and when it goes. */
export function EvidenceView({ accounts, studies }: { accounts: readonly AccountRecord[]; studies: readonly Study[] }) {
  const drafts = useDrafts();
  const asked = route.value.params.get('draft');
  const draft = drafts?.find(({ snapshotId }) => snapshotId === asked);
  const { from, ...retention } = useRetention('pictures');
  const nameOf = (key: string) => {
    const account = accounts.find(({ accountKey }) => accountKey === key);
    return account ? accountName(account) : key.slice(key.indexOf(':') + 1);
  };
  if (!drafts) return <p class="muted">{t('working')}</p>;
  if (draft) return <Decide key={draft.snapshotId} draft={draft} name={nameOf(draft.accountKey)} />;
  return (
    <>
      {asked !== null && <Notice kind="partial">{t('picture_gone')}</Notice>}
      <PicturesWaiting drafts={drafts} nameOf={nameOf} href={(snapshotId) => href('evidence', { draft: snapshotId })} />
      <Kept waiting={drafts.length > 0} studies={studies} nameOf={nameOf} />
      <RetentionChoice
        words={{
          ...{ title: t('picture_retention'), why: t('picture_retention_words'), keep: t('picture_retention_keep') },
          from: from === null ? null : t('picture_retention_from', formatDay(from)),
        }}
        {...retention}
      />
    </>
  );
}

/** One picture that waits, in full size. */
function Decide({ draft, name }: { draft: PictureDraft; name: string }) {
  const file = useMemo(() => fileOf(draft), [draft.snapshotId]);
  const [busy, setBusy] = useState(false);
  const then = (done: Promise<boolean>) => {
    setBusy(true);
    // What failed stays in view, with everything that was marked.
    const leave = () => {
      go('evidence');
      // The button that was pressed goes with the picture; the focus would fall to nothing.
      document.querySelector<HTMLElement>('main h1')?.focus();
    };
    attempt(done.then((decided) => decided && leave()).finally(() => setBusy(false)));
  };
  return (
    <section class="decide">
      <h2>{t('picture_decide', name, formatMoment(draft.takenAt))}</h2>
      <p>{t('picture_look')}</p>
      <PictureEditor
        file={file}
        busy={busy}
        onKeep={(edits) => then(keepDraft(draft, edits))}
        onDiscard={() => then(discardDraft(draft))}
      />
    </section>
  );
}

interface KeptProps {
  waiting: boolean;
  studies: readonly Study[];
  nameOf: (accountKey: string) => string;
}

/** The pictures that are kept, of all accounts or of one; the evidence pack holds what the list shows. */
function Kept({ waiting, studies, nameOf }: KeptProps) {
  const pictures = useLive('pictures', listPictures);
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [shown, show] = useState<{ picture: PictureFacts; file: PictureFile } | null>(null);
  const [packing, setPacking] = useState(false);
  if (pictures.failed) return <Notice kind="failed">{t('pictures_failed')}</Notice>;
  if (!pictures.value) return <p class="muted">{t('working')}</p>;
  const all = pictures.value.filter(({ snapshotId }) => !going.has(snapshotId));
  if (all.length === 0 && going.size === 0) {
    return waiting ? null : (
      <EmptyState title={t('empty_evidence')} why={t('empty_evidence_why')} steps={[t('step_audit'), t('step_picture'), t('step_pack')]} />
    );
  }
  const keys = [...new Set(all.map(({ accountKey }) => accountKey))];
  const chosen = keys.find((key) => key === route.value.params.get('account'));
  const listed = all.filter(({ accountKey }) => chosen === undefined || accountKey === chosen);
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  const pack = () => {
    setPacking(true);
    attempt(savePack(listed, studies, nameOf).finally(() => setPacking(false)));
  };
  const erase = ({ snapshotId, takenAt }: PictureFacts) => {
    const without = () => setGoing((before) => new Set([...before].filter((other) => other !== snapshotId)));
    setGoing((before) => new Set([...before, snapshotId]));
    say(t('picture_erased', formatMoment(takenAt)), {
      onUndo: without,
      onDone: () => attempt(erasePictures([snapshotId]).finally(without)),
    });
  };
  const open = async (picture: PictureFacts) => {
    const found = await pictureBytes(picture.snapshotId);
    if (found) show({ picture, file: { ...picture, bytes: found } });
    else say(t('picture_unreadable'));
  };
  return (
    <section>
      <div class="tools">
        <label class="inline">
          <span>{t('picture_account')}</span>
          <select value={chosen ?? ''} onChange={(event) => adjust({ account: event.currentTarget.value })}>
            <option value="">{t('picture_all_accounts')}</option>
            {keys.map((key) => (
              <option key={key} value={key}>
                {nameOf(key)}
              </option>
            ))}
          </select>
        </label>
        <span class="muted">{plural('pictures_kept', listed.length, formatBytes(bytes))}</span>
        <button
          type="button"
          class="primary"
          aria-disabled={packing || listed.length === 0}
          onClick={() => packing || listed.length === 0 || pack()}
        >
          <Icon name="download" /> {t('pack_save')}
        </button>
      </div>
      <p class="muted">{t('pack_words')}</p>
      <PictureList pictures={listed} nameOf={nameOf} onShow={(picture) => attempt(open(picture))} onErase={erase} />
      <p class="muted">{t('pictures_apart')}</p>
      {shown && <PictureDialog {...shown} name={nameOf(shown.picture.accountKey)} onClose={() => show(null)} />}
    </section>
  );
}

/** The pictures that wait; null until they are known. */
function useDrafts(): PictureDraft[] | null {
  const [drafts, setDrafts] = useState<PictureDraft[] | null>(null);
  useEffect(() => {
    const look = () => attempt(listDrafts().then(setDrafts));
    look();
    return onDrafts(look);
  }, []);
  return drafts;
}
