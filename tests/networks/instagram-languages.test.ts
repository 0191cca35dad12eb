// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { changed, fixture, postsOf } from './instagram-pages';

const SENTENCE = /<section>(?=<a href="\/p\/DMGPaaaaaa1\/liked_by).*?<\/section>/s;
const NAME = '<a href="/juno.pots/">juno.pots</a>';
const others = (words: string) => `<a href="/p/DMGPaaaaaa1/liked_by/">${words}</a>`;

/** The likes of a post whose line says `words`, on a page in `lang`. */
async function likes(lang: string, words: string) {
  const page = changed(fixture('modal-es'), (html) =>
    html.replace('lang="es-la"', `lang="${lang}"`).replace(SENTENCE, `<section>${words}</section>`),
  );
  return (await postsOf(page)).DMGPaaaaaa1?.metrics.likes;
}

describe('one name and how many others', () => {
  it.each([
    ['en', `Liked by ${NAME} and ${others('1,234 others')}`, 1235],
    ['fr', `Aimé par ${NAME} et ${others('1 234 autres personnes')}`, 1235],
    ['fr', `${NAME} et ${others('<span>1\u202f234</span> autres personnes')} aiment ça`, 1235],
    ['de', `Gefällt ${NAME} und ${others('1.234 weiteren Personen')}`, 1235],
    ['pt-BR', `Curtido por ${NAME} e ${others('outras 1.234 pessoas')}`, 1235],
    ['it', `Piace a ${NAME} e ${others('altri 1.234')}`, 1235],
    ['nl', `Vind-ik-leuks van ${NAME} en ${others('1.234 anderen')}`, 1235],
    ['tr', `${NAME} ve ${others('diğer 1.234 kişi')} beğendi`, 1235],
    ['ru', `Нравится ${NAME} и ещё ${others('1 234')}`, 1235],
    ['pl', `Użytkownicy ${NAME} i ${others('1234 innych użytkowników')} lubią to`, 1235],
    ['ja', `「いいね！」：${NAME}、${others('他1,234人')}`, 1235],
    ['ko', `${NAME}님 외 ${others('1,234명')}이 좋아합니다`, 1235],
    ['zh-CN', `${NAME} 和${others('其他 1,234 人')}赞了`, 1235],
    ['zh-TW', `${NAME} 和${others('其他 1,234 人')}都說讚`, 1235],
    ['ar', `أعجب ${NAME} و${others('١٬٢٣٤ آخرين')}`, 1235],
    ['fa', `${NAME} و ${others('۱٬۲۳۴ نفر دیگر')} پسندیدند`, 1235],
    ['hi', `${NAME} और ${others('1,234 अन्य लोगों')} ने लाइक किया`, 1235],
    ['id', `Disukai oleh ${NAME} dan ${others('1.234 lainnya')}`, 1235],
    ['vi', `${NAME} và ${others('1.234 người khác')} đã thích`, 1235],
    ['th', `ถูกใจโดย ${NAME} และ ${others('คนอื่นๆ อีก 1,234 คน')}`, 1235],
    ['he', `${NAME} ועוד ${others('1,234 אחרים')} אהבו`, 1235],
  ])('%s: %s', async (lang, words, value) => {
    expect(await likes(lang, words)).toMatchObject({ as: 'exact', value });
  });

  it.each([
    ['fr', `Aimé par ${NAME} et ${others('d’autres personnes')}`],
    ['de', `Gefällt ${NAME} und ${others('weiteren Personen')}`],
    ['pt-BR', `Curtido por ${NAME} e ${others('outras pessoas')}`],
    ['ja', `「いいね！」：${NAME}、${others('他')}`],
  ])('%s: how many is hidden where the line says none', async (lang, words) => {
    expect(await likes(lang, words)).toMatchObject({ as: 'hidden', value: null });
  });
});
