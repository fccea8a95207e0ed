// The browser that the tests of the pages run in, and a font that can show them.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig']

/**
 * The path of a Chromium on a machine that has a Chinese font as well; as root on Debian both are installed when they
 * are missing. Throws an error of one line that names what is missing.
 * @returns {string}
 */
export function findBrowser() {
  if (missing().length > 0) install()
  const still = missing()
  const browser = findChromium()
  if (still.length > 0 || browser === null) throw new Error(`missing: ${still.join(', ')}`)
  return browser
}

function missing() {
  return [
    findChromium() === null && 'Chromium (apt-get install chromium, or its path in CHROMIUM)',
    !hasChineseFont() && 'a Chinese font (apt-get install fonts-noto-cjk fontconfig)',
  ].filter((one) => one !== false)
}

function findChromium() {
  const { CHROMIUM, PATH = '' } = process.env
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : null
  const ending = process.platform === 'win32' ? '.exe' : ''
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, `${name}${ending}`)))
  return [...onPath, ...elsewhere, ...playwrightBrowsers()].find((path) => existsSync(path)) ?? null
}

function playwrightBrowsers() {
  const store = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(store)) return []
  const versions = readdirSync(store).filter((name) => name.startsWith('chromium-'))
  return versions.flatMap((name) => [
    join(store, name, 'chrome-linux', 'chrome'),
    join(store, name, 'chrome-linux64', 'chrome'),
  ])
}

/** Windows and macOS always have one; elsewhere fontconfig is asked. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error(`Installing ${packages.join(', ')} for the tests of the pages`)
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: /** @type {const} */ (['ignore', 'ignore', 'inherit']),
  }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  try {
    execFileSync('apt-get', ['update', '-q', ...wait], options)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wait, ...packages], options)
  } catch (error) {
    // What apt-get says is on the screen; what is missing then is named by the caller.
    console.error(`apt-get ended with ${error.status ?? error.code}`)
  }
}
