import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackedBrowser } from './bundled-browser.ts'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const SYSTEM_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((base) => base !== undefined)
    .flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/**
 * A Chromium with a profile of its own, which is deleted when it closes. SHANJIANG_BROWSER names the program, or says
 * `bundled`; otherwise the system's browser, and where there is none the bundled one.
 */
export async function launchBrowser(): Promise<Browser> {
  const wish = process.env.SHANJIANG_BROWSER
  const named = wish && wish !== 'bundled' ? wish : undefined
  const found = wish ? named : SYSTEM_PLACES[process.platform]?.find((path) => existsSync(path))
  const { executablePath, env } = found ? { executablePath: found, env: undefined } : await unpackedBrowser()
  // In a locale without UTF-8 the browser finds no file whose name is Chinese, and says nothing.
  return await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } })
}
