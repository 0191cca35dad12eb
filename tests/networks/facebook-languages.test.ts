// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { facebook } from '../../lib/networks/facebook';
import { fixtures } from './fixture';

/** A page's first post after a change of its markup. */
async function firstPost(change: (html: string) => string): Promise<PostReading | undefined> {
  const page = fixtures('facebook').find(({ name }) => name === 'profile-tr-2025');
  if (!page) throw new Error('no fixture');
  const changed = new DOMParser().parseFromString(change(page.document.documentElement.outerHTML), 'text/html');
  const outcome = await readPage(facebook, changed, page.url, page.now);
  return outcome.ok ? outcome.capture.posts[0] : undefined;
}

describe('a page in another language', () => {
  const translated = (lang: string, total: string, comments: string, shares: string, like: string) => (html: string) =>
    html
      .replace('lang="tr"', `lang="${lang}"`)
      .replaceAll('>1,2 B<', `>${total}<`)
      .replaceAll('83 yorum', comments)
      .replaceAll('41 paylaşım', shares)
      .replaceAll('Beğen: 1,1 B kişi', like)
      .replaceAll('Muhteşem: 92 kişi', '92')
      .replaceAll('Haha: 8 kişi', '8');

  it.each([
    ['ar', '1.2 ألف', '83 تعليقًا', '41 مشاركة', 'أعجبني: 1.1 ألف شخص', 1200],
    ['ar', '١٫٢ ألف', '٨٣ تعليقًا', '٤١ مشاركة', 'أعجبني: ١٫١ ألف شخص', 1200],
    ['ja', '1,234', 'コメント83件', 'シェア41件', 'いいね！: 1,102人', 1234],
    ['ja', '1.2万', 'コメント83件', 'シェア41件', 'いいね！: 1.1万人', 12_000],
    ['de', '1234', '83 Kommentare', '41 Mal geteilt', 'Gefällt mir: 1102 Personen', 1234],
    ['de', '1.234', '83 Kommentare', '41 Mal geteilt', 'Gefällt mir: 1.102 Personen', 1234],
    ['pt-BR', '1,2 mil', '83 comentários', '41 compartilhamentos', 'Curtir: 1,1 mil pessoas', 1200],
    ['es', '1,2 mil', '83 comentarios', '41 veces compartido', 'Me gusta: 1,1 mil personas', 1200],
    ['it', '1234', '83 commenti', '41 condivisioni', 'Mi piace: 1102 persone', 1234],
    ['nl', '1,2K', '83 opmerkingen', '41 keer gedeeld', 'Leuk: 1,1K mensen', 1200],
    ['sv', '1,2 tn', '83 kommentarer', '41 delningar', 'Gilla: 1,1 tn personer', 1200],
    ['da', '1,2 t', '83 kommentarer', '41 delinger', 'Synes godt om: 1,1 t personer', 1200],
    ['pl', '1,2 tys.', '83 komentarze', '41 udostępnień', 'Lubię to!: 1,1 tys. osób', 1200],
    ['cs', '1,2 tis.', '83 komentářů', '41 sdílení', 'To se mi líbí: 1,1 tis. lidí', 1200],
    ['hu', '1,2 E', '83 hozzászólás', '41 megosztás', 'Tetszik: 1,1 E ember', 1200],
    ['ro', '1,2 K', '83 de comentarii', '41 distribuiri', 'Îmi place: 1,1 K persoane', 1200],
    ['el', '1,2 χιλ.', '83 σχόλια', '41 κοινοποιήσεις', 'Μου αρέσει: 1,1 χιλ. άτομα', 1200],
    ['uk', '1,2 тис.', '83 коментарі', '41 поширення', 'Подобається: 1,1 тис. осіб', 1200],
    ['ru', '1,2 тыс.', 'Комментарии: 83', 'Поделились: 41', 'Нравится: 1,1 тыс. человек', 1200],
    ['he', '1,234', '83 תגובות', '41 שיתופים', 'אהבתי: 1,102 אנשים', 1234],
    ['hi', '1.2 हज़ार', '83 कमेंट', '41 शेयर', 'लाइक: 1.1 हज़ार लोग', 1200],
    ['th', '1.2 พัน', 'ความคิดเห็น 83 รายการ', 'แชร์ 41 ครั้ง', 'ถูกใจ: 1.1 พันคน', 1200],
    ['ms', '1.2K', '83 komen', '41 perkongsian', 'Suka: 1.1K orang', 1200],
    ['ko', '1.2천', '댓글 83개', '공유 41회', '좋아요: 1.1천명', 1200],
    ['zh-TW', '1,234', '83則留言', '41次分享', '讚：1,102 人', 1234],
    ['zh-CN', '1.2万', '83条评论', '41次分享', '赞：1.1万 人', 12_000],
    ['vi', '1,2K', '83 bình luận', '41 lượt chia sẻ', 'Thích: 1,1K người', 1200],
  ])('%s: %s, %s, %s', async (lang, total, comments, shares, like, likes) => {
    const post = await firstPost(translated(lang, total, comments, shares, like));
    const values = [post?.metrics.likes, post?.metrics.comments, post?.metrics.shares].map((reading) => reading?.value);
    expect(values).toEqual([likes, 83, 41]);
  });

  it('leaves counts that a language spells out unread', async () => {
    const change = translated('ar', '2', 'تعليقان', 'مشاركتان', 'أعجبني: شخصان');
    const post = await firstPost(change);
    expect([post?.metrics.comments, post?.metrics.shares]).toMatchObject([{ as: 'unread' }, { as: 'unread' }]);
  });

  it('takes no second number of a video for shares where its word is not known', async () => {
    const words = translated('sv', '1,2 tn', '83 kommentarer', '41 visningar', 'Gilla: 1,1 tn personer');
    const video = (html: string) => words(html).replaceAll('/photo/?fbid=700000000000001', '/kahveocagi/videos/700000000000001/?x=1');
    const post = await firstPost(video);
    expect(post?.metrics.comments).toMatchObject({ value: 83 });
    expect(post?.metrics.shares).toMatchObject({ as: 'unread', value: null });
  });
});
