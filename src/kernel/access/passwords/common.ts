import { readFileSync } from 'node:fs'

let known: ReadonlySet<string> | undefined

/** What the list holds, read when first asked for; where it comes from stands at its head. */
function listed(): ReadonlySet<string> {
  known ??= new Set(
    readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  return known
}

/**
 * Whether a password (as compared) is on the list of leaked ones, or is one of them with signs around it or a number
 * of up to eight digits before or behind it (woaini-2024, 19900101zhongguo), or written twice.
 */
export function isCommon(plain: string): boolean {
  const list = listed()
  const core = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const half = core.slice(0, core.length / 2)
  const word = /^\d{0,8}(\D+)$|^(\D+)\d{0,8}$/.exec(core)
  return (
    list.has(plain) ||
    list.has(core) ||
    (half + half === core && list.has(half)) ||
    list.has(word?.[1] ?? word?.[2] ?? '')
  )
}
