import { type CivilDate, isDivisionCode } from '../../values/public.ts'
import { compile, type Program } from '../deciding/compile.ts'
import { contentHash } from '../decisions/content-hash.ts'
import type { Limit } from '../limits/limits.ts'
import { type DecidingDates, schemesAnswering } from './in-force.ts'
import { onUnavailable, type SchemePack } from './pack.ts'
import { type Parameters, regionsOf, resolveParameters } from '../parameters/parameters.ts'
import { type Placeholder, placeholdersAmong } from './placeholders.ts'
import { layersOf, type PackFile, type PolicyFolder, readPolicies } from './policy-files.ts'

/** The documents under `policies/`, read once. A county's are filed under its tenant code, which never changes. */
let folder: PolicyFolder | undefined

export function policyFolder(): PolicyFolder {
  folder ??= withOwn(readPolicies(), process.env.SHANJIANG_POLICIES)
  return folder
}

/** A county's own folder, kept outside the program: a region that lies in it stands in place of ours of the same code. */
export function withOwn(ours: PolicyFolder, root: string | undefined): PolicyFolder {
  if (root === undefined || root === '') return ours
  const own = readPolicies(root, ours.find)
  const regions = new Set([...own.layers.keys(), ...own.packs.map(({ pack }) => pack.region)])
  return {
    packs: [...ours.packs.filter(({ pack }) => !regions.has(pack.region)), ...own.packs],
    layers: new Map([...[...ours.layers].filter(([region]) => !regions.has(region)), ...own.layers]),
    find: own.find,
  }
}

function regionsOfDistrict(district: number): string[] {
  const code = String(district)
  if (!isDivisionCode(code)) throw new RangeError(`${district} is not a district`)
  return regionsOf(code)
}

/** The county's parameters in force on a day, every layer's origin visible. */
export function parametersOn(district: number, on: CivilDate): Parameters {
  return resolveParameters(layersOf(policyFolder(), regionsOfDistrict(district)), on)
}

/** The examples that stand in for a county's own rules on a day, in its parameters and in the schemes in force. */
export function placeholdersOn(district: number, on: CivilDate): Placeholder[] {
  return placeholdersAmong(parametersOn(district, on), packsOn(district, on))
}

/** The versions of a county's schemes that are in force on a day, of itself and of those above it. */
export function packsOn(district: number, on: CivilDate): SchemePack[] {
  const regions = regionsOfDistrict(district)
  return policyFolder().packs.flatMap(({ pack }) => (isInForceIn(regions, pack, on) ? [pack] : []))
}

function isInForceIn(regions: readonly string[], { region, inForce }: SchemePack, on: CivilDate): boolean {
  return regions.includes(region) && inForce.from <= on && (inForce.to === undefined || on <= inForce.to)
}

/** A scheme ready to decide, named by the hash of its document. */
export type Scheme = {
  readonly pack: SchemePack
  readonly sha256: string
  readonly program: Program
  /** What the scheme does with a person when a named check has no answer. */
  onUnavailable(checkId: string): 'hold' | 'note'
}

/** Every scheme of the county, its city, its province and the nation that answers to a trigger on these dates. */
export function schemesFor(district: number, trigger: string, dates: DecidingDates, parameters: Parameters): Scheme[] {
  const regions = regionsOfDistrict(district)
  return schemesAnswering(policyFolder().packs, { trigger, regions, dates }).map((file) =>
    schemeOf(file, parameters, dates[file.pack.inForce.by]),
  )
}

/** The versions of a county's schemes that correct others, each with what it corrects. */
export function correctionsOf(district: number): (SchemePack & { corrects: NonNullable<SchemePack['corrects']> })[] {
  const regions = regionsOfDistrict(district)
  return policyFolder().packs.flatMap(({ pack }) =>
    pack.corrects && regions.includes(pack.region) ? [{ ...pack, corrects: pack.corrects }] : [],
  )
}

export type ProvinceScheme = { readonly scheme: string; readonly title: SchemePack['title'] }

/** The schemes of a county, each by its newest version's title. */
export function schemeTitlesOf(district: number): ProvinceScheme[] {
  return titlesOf(district, () => true)
}

/** The schemes of a county whose record the province holds. */
export function provinceSchemesOf(district: number): ProvinceScheme[] {
  return titlesOf(district, ({ record }) => record === 'province')
}

function titlesOf(district: number, wanted: (pack: SchemePack) => boolean): ProvinceScheme[] {
  const regions = regionsOfDistrict(district)
  const held = policyFolder().packs.filter(({ pack }) => wanted(pack) && regions.includes(pack.region))
  return [...new Set(held.map(({ pack }) => pack.scheme))].sort().map((scheme) => {
    const versions = held
      .filter(({ pack }) => pack.scheme === scheme)
      .sort((a, b) => (a.pack.version < b.pack.version ? -1 : 1))
    return { scheme, title: versions.at(-1)!.pack.title }
  })
}

/** Which family the subsidies of each scheme of a county are counted in. */
export function familiesOfSchemes(district: number): Readonly<Record<string, string>> {
  const regions = regionsOfDistrict(district)
  const own = policyFolder().packs.filter(({ pack }) => regions.includes(pack.region))
  return Object.fromEntries(own.flatMap(({ pack }) => (pack.family ? [[pack.scheme, pack.family]] : [])))
}

/**
 * The limits of a county's schemes in force on a day that answer to a trigger, each once: what people are told of before
 * anything is claimed.
 */
export function limitsOn(district: number, on: CivilDate, trigger: string): Limit[] {
  const [regions, parameters] = [regionsOfDistrict(district), parametersOn(district, on)]
  const files = policyFolder().packs.filter(
    ({ pack }) => pack.trigger === trigger && pack.limits && isInForceIn(regions, pack, on),
  )
  const limits = files.flatMap((file) => schemeOf(file, parameters, on).program.limits)
  const same = ({ over, window, rule, beyond }: Limit) =>
    JSON.stringify([[...over].sort(), window, rule, beyond], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  return [...new Map(limits.map((limit) => [same(limit), limit])).values()]
}

/** The families that schemes belong to: what a limit may count. */
export function familiesOf(packs: readonly { readonly pack: SchemePack }[]): ReadonlySet<string> {
  return new Set(packs.flatMap(({ pack }) => pack.family ?? []))
}

function schemeOf({ document, pack }: PackFile, parameters: Parameters, on: CivilDate | undefined): Scheme {
  return {
    pack,
    sha256: contentHash(document),
    program: compile(document, { parameters, families: familiesOf(policyFolder().packs), ...(on ? { on } : {}) }),
    onUnavailable: (checkId) => onUnavailable(pack, checkId),
  }
}
