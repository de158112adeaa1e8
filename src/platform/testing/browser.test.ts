import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

const PAGE = 'data:text/html;charset=utf-8,<h1>山匠</h1><script>document.title = "fen " + 50_000 * 2</script>'

it('a browser opens a page, runs its script, and leaves no profile behind', async () => {
  const [former, own] = [process.env.TMPDIR, await mkdtemp(join(tmpdir(), 'shanjiang-browser-'))]
  process.env.TMPDIR = own
  try {
    const browser = await launchBrowser()
    const page = await browser.newPage()
    await page.goto(PAGE)
    expect(await page.title()).toBe('fen 100000')
    expect(await page.getByRole('heading').textContent()).toBe('山匠')
    expect(await readdir(own)).toContainEqual(expect.stringContaining('profile'))
    await browser.close()
    expect(await readdir(own)).not.toContainEqual(expect.stringContaining('profile'))
  } finally {
    if (former === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = former
    await rm(own, { recursive: true, force: true })
  }
})

it('a browser is bundled for Linux; elsewhere the sentence says what to install', async () => {
  const script = `const { launchBrowser } = await import(${JSON.stringify(new URL('./browser.ts', import.meta.url).href)})
    const browser = await launchBrowser()
    const page = await browser.newPage()
    await page.goto(${JSON.stringify(PAGE)})
    console.log(browser.version(), await page.title(), await page.getByRole('heading').textContent())
    await browser.close()`
  const inChild = promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, SHANJIANG_BROWSER: 'bundled' },
  })
  const bundled = process.platform === 'linux' && process.arch === 'x64'
  if (bundled) expect((await inChild).stdout).toMatch(/^138\..* fen 100000 山匠$/m)
  else await expect(inChild).rejects.toThrow('No browser was found')
})
