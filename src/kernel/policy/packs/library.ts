import { type CivilDate, isDivisionCode } from '../../values/public.ts'
import type { Program } from '../deciding/compile.ts'
import { contentHash } from '../decisions/content-hash.ts'
import type { Limit } from '../limits/limits.ts'
import { type DecidingDates, isInForceOn, schemesAnswering } from './in-force.ts'
import { onUnavailable, type SchemePack } from './pack.ts'
import { type Parameters, regionsOf, type Resolved, resolveParameters } from '../parameters/parameters.ts'
import { type Placeholder, placeholdersAmong } from './placeholders.ts'
import { programFor } from './programs.ts'
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

/** Every value of a county and of the regions above it, by dates, the strongest region first. */
export function valuesOf(district: number): (Omit<Resolved, 'to'> & { readonly to?: string | undefined })[] {
  return layersOf(policyFolder(), regionsOfDistrict(district))
    .toReversed()
    .flatMap(({ region, values }) =>
      [...values].flatMap(([name, dated]) =>
        dated.map(({ from, to, value, cite }) => ({
          name,
          origin: region,
          from,
          to,
          value: value as Resolved['value'],
          cite,
        })),
      ),
    )
}

/** A scheme ready to decide, named by the hash of its document. */
export type Scheme = {
  readonly pack: SchemePack
  readonly sha256: string
  readonly program: Program
  /** What the scheme does with a person when a named check has no answer. */
  onUnavailable(checkId: string): 'hold' | 'note'
}

export type ProvinceScheme = { readonly scheme: string; readonly title: SchemePack['title'] }

export type Correction = SchemePack & { readonly corrects: NonNullable<SchemePack['corrects']> }

/** Every scheme of a county, of its city, its province and the nation, in all its versions. */
export type DistrictSchemes = {
  readonly versions: readonly PackFile[]
  /** The schemes that answer to a trigger on these dates. */
  answering(trigger: string, dates: DecidingDates, parameters: Parameters): Scheme[]
  /** The versions that are in force on a day. */
  packsOn(on: CivilDate): SchemePack[]
  /** The versions that correct others, each with what it corrects. */
  corrections(): Correction[]
  /** Each scheme by its newest version's title. */
  titles(): ProvinceScheme[]
  /** The same, of schemes whose record the province holds. */
  atTheProvince(): ProvinceScheme[]
  /** Which family the subsidies of each scheme are counted in. */
  families(): Readonly<Record<string, string>>
  /** The limits of persons in force on a day that answer to a trigger, each once: what they are told of before anything is claimed. */
  limitsOn(on: CivilDate, trigger: string): Limit[]
  /** The examples that stand in for the county's own rules on a day, in its parameters and in the schemes in force. */
  placeholdersOn(on: CivilDate): Placeholder[]
}

/** The packs under `policies/` that concern a county. */
export function filesOfDistrict(district: number): PackFile[] {
  const regions = regionsOfDistrict(district)
  return policyFolder().packs.filter(({ pack }) => regions.includes(pack.region))
}

const shipped = new Map<number, DistrictSchemes>()

/** The schemes of a county that come with the platform, without what it has published itself. */
export function shippedSchemes(district: number): DistrictSchemes {
  const schemes = shipped.get(district) ?? schemesAmong(district, filesOfDistrict(district))
  shipped.set(district, schemes)
  return schemes
}

/** What can be asked of the versions of a county's schemes. */
export function schemesAmong(district: number, versions: readonly PackFile[]): DistrictSchemes {
  const regions = regionsOfDistrict(district)
  const families = familiesOf(versions)
  const inForceOn = (on: CivilDate) => versions.filter(({ pack }) => isInForceOn(pack, on, versions))
  const ready = (file: PackFile, parameters: Parameters, on: CivilDate | undefined) =>
    schemeOf(file, { parameters, families, on })
  return {
    versions,
    answering: (trigger, dates, parameters) =>
      schemesAnswering(versions, { trigger, regions, dates }).map((file) =>
        ready(file, parameters, dates[file.pack.inForce.by]),
      ),
    packsOn: (on) => inForceOn(on).map(({ pack }) => pack),
    corrections: () => versions.flatMap(({ pack }) => (pack.corrects ? [{ ...pack, corrects: pack.corrects }] : [])),
    titles: () => titlesOf(versions),
    atTheProvince: () => titlesOf(versions.filter(({ pack }) => pack.record === 'province')),
    families: () =>
      Object.fromEntries(versions.flatMap(({ pack }) => (pack.family ? [[pack.scheme, pack.family]] : []))),
    limitsOn: (on, trigger) => {
      const parameters = parametersOn(district, on)
      const files = inForceOn(on).filter(({ pack }) => pack.trigger === trigger && pack.limits)
      const limits = files.flatMap((file) => ready(file, parameters, on).program.limits.filter(({ per }) => !per))
      return [...new Map(limits.map((limit) => [sameLimit(limit), limit])).values()]
    },
    placeholdersOn: (on) =>
      placeholdersAmong(
        parametersOn(district, on),
        inForceOn(on).map(({ pack }) => pack),
      ),
  }
}

function titlesOf(versions: readonly PackFile[]): ProvinceScheme[] {
  return [...new Set(versions.map(({ pack }) => pack.scheme))].sort().map((scheme) => {
    const own = versions
      .filter(({ pack }) => pack.scheme === scheme)
      .sort((a, b) => (a.pack.version < b.pack.version ? -1 : 1))
    return { scheme, title: own.at(-1)!.pack.title }
  })
}

const sameLimit = ({ over, window, rule, beyond }: Limit) =>
  JSON.stringify([[...over].sort(), window, rule, beyond], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )

/** The families that schemes belong to: what a limit may count. */
export function familiesOf(packs: readonly { readonly pack: SchemePack }[]): ReadonlySet<string> {
  return new Set(packs.flatMap(({ pack }) => pack.family ?? []))
}

type ReadyBy = {
  readonly parameters: Parameters
  readonly families: ReadonlySet<string>
  readonly on: CivilDate | undefined
}

function schemeOf({ document, pack }: PackFile, { parameters, families, on }: ReadyBy): Scheme {
  const sha256 = hashOf(document as object)
  return {
    pack,
    sha256,
    program: programFor({ document, pack, sha256 }, { parameters, families, ...(on ? { on } : {}) }),
    onUnavailable: (checkId) => onUnavailable(pack, checkId),
  }
}

/** A document in hand is never changed: its hash is worked out once. */
const hashes = new WeakMap<object, string>()

function hashOf(document: object): string {
  const sha256 = hashes.get(document) ?? contentHash(document)
  hashes.set(document, sha256)
  return sha256
}
