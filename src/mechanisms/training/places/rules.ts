import type { Town } from '../../../kernel/reference/public.ts'

/** What an address tells: the town by its name in the list, the village or quarter, and the whole without spaces. */
export type Told = { readonly town: string | null; readonly village: string | null; readonly whole: string }

/** Reads an address as people write it: a town of the county that it names, then what ends in 村, 社区 or 居委会. */
export function readAddress(text: string, towns: readonly Pick<Town, 'nameZh'>[]): Told {
  const whole = text.normalize('NFKC').replace(/\s+/g, '')
  const [town] = towns
    .filter(({ nameZh }) => whole.includes(nameZh))
    .toSorted((one, other) => other.nameZh.length - one.nameZh.length)
  if (!town) return { town: null, village: null, whole }
  const rest = whole.slice(whole.indexOf(town.nameZh) + town.nameZh.length)
  const village = /^\p{Script=Han}{1,12}?(?:村|社区|居委会)/u.exec(rest)?.[0] ?? null
  return { town: town.nameZh, village, whole }
}
