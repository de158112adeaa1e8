import { readdir, readFile } from 'node:fs/promises'

/** The most memory this process ever held, in bytes. */
export function peakOfThisProcess(): number {
  return process.resourceUsage().maxRSS * 1024
}

/** The most memory the children that still run ever held, each at its own peak; the reader of spreadsheets is one. */
export async function peakOfChildren(): Promise<number> {
  let bytes = 0
  for (const pid of await readdir('/proc')) {
    const status = /^\d+$/.test(pid) ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
    if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) continue
    if (/^Name:\s+esbuild/m.test(status)) continue
    bytes += Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  }
  return bytes
}

export function megabytes(bytes: number): number {
  return bytes / 1024 / 1024
}
