import type { ElementHandle, Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium';
import { openWorkspace } from './workspace';

const WAIT = 40_000;
/** Posts that are sorted: enough for a mix, for what is useful and for the variety of topics. */
const SORTED = 14;
const WORDS = ['recette', 'atelier', 'récolte'];

/** Presses the button that says so. What arrives meanwhile may move it away under the pointer: a press that it has not felt is made again. */
export async function press(page: Page, words: string): Promise<void> {
  for (let tries = 3; ; tries -= 1) {
    const button = await page.waitForFunction(
      (name) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name && each.checkVisibility()),
      { timeout: WAIT },
      words,
    );
    const pressed = button as ElementHandle<HTMLButtonElement>;
    const felt = pressed
      .evaluate(
        (each) =>
          new Promise<boolean>((resolve) => {
            each.addEventListener('click', () => resolve(true), { once: true });
            setTimeout(resolve, 2000, false);
          }),
      )
      // A press that closes the page was felt.
      .catch(() => true);
    await pressed.click();
    if (await felt) return;
    if (tries === 1) throw new Error(`the button "${words}" is not where it can be pressed`);
  }
}

/** In a popup that has captured its page: an audit capture beside it, whose picture is kept. */
export async function keepPicture(popup: Page): Promise<void> {
  await press(popup, 'Audit capture');
  await popup.waitForSelector('.picture-offer canvas', { timeout: WAIT }).catch(async (error: Error) => {
    error.message += `; the popup says: ${await popup.evaluate(() => document.body.textContent)}`;
    throw error;
  });
  await press(popup, 'Keep');
  await popup.waitForFunction(() => document.body.textContent?.includes('The picture is kept.'), { timeout: WAIT });
}

/** Sorts a brand's latest posts by keys, as an analyst does: what each is for, every third as useful, and a word of the workspace's own. */
export async function sortPosts(chromium: Chromium, brand: string): Promise<void> {
  const page = await openWorkspace(chromium, 'posts');
  await page.waitForSelector('table.posts tbody tr', { timeout: WAIT });
  const option = await page.$$eval('.filters option', (all, name) => all.find((each) => each.text.startsWith(name))?.value ?? '', brand);
  await page.select('.filters .filter-row select', option);
  await page.waitForFunction((name) => document.querySelector('.filters')?.textContent?.includes(`: ${name}`), { timeout: WAIT }, brand);
  for (let i = 0; i < SORTED; i++) {
    await choose(page, `table.posts tbody tr:nth-child(${i + 1})`);
    await openTags(page);
    const word = WORDS[i % WORDS.length] ?? '';
    if (i < WORDS.length) {
      await page.type('dialog input[name="word"]', word);
      await page.keyboard.press('Enter');
      await pressed(page, word);
      await page.$eval('dialog input[name="word"]', (input) => (input as HTMLInputElement).blur());
    }
    // One tag after the other: each is written before the next is told from it.
    for (const key of [1 + (i % 3), ...(i % 3 === 1 ? [4] : []), ...(i < WORDS.length ? [] : [5 + (i % 3)])]) {
      await page.keyboard.press(String(key) as '1');
      await pressed(page, String(key));
    }
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { hidden: true, timeout: WAIT });
  }
  await page.close();
}

/** Chooses a row by its focus, again where the dialog before gives the focus back only now. */
async function choose(page: Page, selector: string): Promise<void> {
  const chosen = (row: string) => {
    const element = document.querySelector<HTMLElement>(row);
    if (element?.ariaSelected === 'true') return true;
    element?.blur();
    element?.focus();
    return false;
  };
  await page.waitForFunction(chosen, { timeout: WAIT, polling: 100 }, selector);
}

/** Asks for the tags of the chosen post. Keys are heard again only once the dialog before has gone, which takes the page a moment. */
async function openTags(page: Page): Promise<void> {
  for (const end = Date.now() + WAIT; Date.now() < end; ) {
    await page.keyboard.press('t');
    if (!(await page.waitForSelector('dialog[open] .tag-editor', { timeout: 1000 }).catch(() => null))) continue;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    return;
  }
  throw new Error('the tags of a post do not open');
}

/** Waits until a tag, named by its word or key, is on. */
const pressed = (page: Page, what: string) =>
  page.waitForFunction(
    (words) => [...document.querySelectorAll('dialog [aria-pressed="true"]')].some((chip) => chip.textContent?.includes(words)),
    { timeout: WAIT },
    what,
  );

/** What the workspace's audit of the own brand says at its top; a problem where it has no grade. */
export async function gradeOf(chromium: Chromium): Promise<{ letter: string; problems: string[] }> {
  const page = await openWorkspace(chromium, 'audit');
  await page.waitForSelector('.audit-letter', { timeout: WAIT });
  const letter = await page.$eval('.audit-letter', (each) => each.textContent?.trim() ?? '');
  const said = await page.$eval('.audit-grade', (each) => each.textContent);
  await page.close();
  return { letter, problems: /^[A-F]\+?$/.test(letter) ? [] : [`the audit of the own brand has no grade: ${said}`] };
}
