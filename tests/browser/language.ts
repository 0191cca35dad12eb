import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface Speaking {
  executable: string;
  remove(): void;
}

/**
 * A Chromium that can run in `language`. Debian's package comes with English alone, and a Chromium without `fr.pak` falls back to English for
 * the extension's messages as well. There, a folder of links to the installed program gets English strings under the wanted language's name:
 * the browser's own menus stay English, and extensions see the wanted language.
 */
export function speaking(executable: string, language: string): Speaking {
  const asItIs = { executable, remove: () => undefined };
  if (process.platform !== 'linux' || language === 'en') return asItIs;
  const home = programFolder(executable);
  if (!home || existsSync(join(home, 'locales', `${language}.pak`))) return asItIs;
  const folder = mkdtempSync(join(tmpdir(), 'jauge-language-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const program = programName(home, executable);
    for (const name of readdirSync(home)) if (name !== program && name !== 'locales') symlinkSync(join(home, name), join(folder, name));
    placeProgram(join(home, program), join(folder, program));
    mkdirSync(join(folder, 'locales'));
    for (const name of ['en-US', language]) symlinkSync(join(home, 'locales', 'en-US.pak'), join(folder, 'locales', `${name}.pak`));
    return { executable: join(folder, program), remove };
  } catch {
    remove();
    return asItIs;
  }
}

/** Distributions put a shell script into the path; the program and its locales lie elsewhere. */
function programFolder(executable: string): string | null {
  const real = realpathSync(executable);
  const folders = [dirname(real), '/usr/lib/chromium', '/usr/lib/chromium-browser', '/usr/lib64/chromium-browser'];
  return folders.find((folder) => existsSync(join(folder, 'locales', 'en-US.pak'))) ?? null;
}

const programName = (home: string, executable: string) =>
  [basename(realpathSync(executable)), 'chromium', 'chrome', 'chromium-browser', 'msedge'].find((name) => existsSync(join(home, name))) ??
  'chrome';

/** The program finds its locales beside itself, and a symbolic link would lead it home. */
function placeProgram(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
