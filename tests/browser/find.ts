import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

interface Program {
  name: string;
  variable: string;
  commands: string[];
  paths: Partial<Record<NodeJS.Platform, string[]>>;
  debian: string;
}

const home = homedir();
const windowsRoots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (root) => root !== undefined,
);
const onWindows = (...tails: string[]) => windowsRoots.flatMap((root) => tails.map((tail) => join(root, tail)));
const onMac = (...tails: string[]) => tails.flatMap((tail) => [join('/Applications', tail), join(home, 'Applications', tail)]);

const CHROMIUM: Program = {
  name: 'Chromium, Chrome or Edge',
  variable: 'JAUGE_CHROMIUM',
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'microsoft-edge-stable'],
  paths: {
    linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
    darwin: onMac(
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ),
    win32: onWindows(
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ),
  },
  debian: 'chromium',
};

const FIREFOX: Program = {
  name: 'Firefox',
  variable: 'JAUGE_FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  paths: {
    linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/opt/firefox/firefox'],
    darwin: onMac('Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'),
    win32: onWindows('Mozilla Firefox\\firefox.exe'),
  },
  debian: 'firefox-esr',
};

const LIBREOFFICE: Program = {
  name: 'LibreOffice',
  variable: 'JAUGE_LIBREOFFICE',
  commands: ['soffice', 'libreoffice'],
  paths: {
    linux: ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'],
    darwin: onMac('LibreOffice.app/Contents/MacOS/soffice'),
    win32: onWindows('LibreOffice\\program\\soffice.exe'),
  },
  debian: 'libreoffice-calc',
};

/** Path of an installed Chromium, Chrome or Edge; installs Debian's package where it may, otherwise says what to do. */
export const findChromium = (): string => find(CHROMIUM);

/** Path of an installed Firefox; installs Debian's package where it may, otherwise says what to do. */
export const findFirefox = (): string => find(FIREFOX);

/** Path of an installed LibreOffice; installs Debian's package where it may, otherwise says what to do. */
export const findLibreOffice = (): string => find(LIBREOFFICE);

function find(program: Program): string {
  const asked = process.env[program.variable];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`${program.variable} is set to ${asked}, where there is no file. Correct it or unset it.`);
  }
  const found = installed(program) ?? (installFromDebian(program) ? installed(program) : null);
  if (found) return found;
  throw new Error(`${program.name} was not found. Install it, or set ${program.variable} to the path of its program.`);
}

function installed({ commands, paths }: Program): string | null {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const named = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...named, ...(paths[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}

/** Only as root and only where apt-get is: nothing is asked, and what happens is said in one line. */
function installFromDebian({ name, debian }: Program): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write(`${name} was not found: installing Debian's package ${debian} with apt-get.\n`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', debian], options);
    return true;
  } catch {
    return false;
  }
}
