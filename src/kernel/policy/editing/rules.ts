import type { ProblemItem } from '../../../platform/contract/public.ts'
import { lastDayOf } from '../packs/in-force.ts'
import type { SchemePack } from '../packs/pack.ts'

/** What became of a draft. */
export const DRAFT_STATUSES = ['open', 'discarded', 'published'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** What became of a proposal to publish. */
export const ANSWERS = ['published', 'sent-back', 'withdrawn'] as const
export type ProposalOutcome = (typeof ANSWERS)[number]

/** Where a version stands on a day. */
export const VERSION_STATES = ['in-force', 'coming', 'past'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** From how far above a version comes. */
export const ORIGINS = ['nation', 'province', 'city', 'county'] as const
export type Origin = (typeof ORIGINS)[number]

export function originOf(region: string): Origin {
  if (region === '000000') return 'nation'
  if (region.endsWith('0000')) return 'province'
  return region.endsWith('00') ? 'city' : 'county'
}

type Carrying = { readonly pack: SchemePack }

/** A version on a day, others of its scheme considered: one that ends before it begins is past. */
export function stateOn(pack: SchemePack, on: string, versions: readonly Carrying[]): VersionState {
  const last = lastDayOf(pack, versions)
  if (last !== undefined && (last < on || last < pack.inForce.from)) return 'past'
  return pack.inForce.from <= on ? 'in-force' : 'coming'
}

/** The version of a scheme to begin a draft from: the one in force, else the one that comes next, else the last there was. */
export function versionToBeginFrom<T extends Carrying>(versions: readonly T[], on: string): T | undefined {
  const rank = { 'in-force': 0, coming: 1, past: 2 } as const
  return versions.toSorted(
    (a, b) =>
      rank[stateOn(a.pack, on, versions)] - rank[stateOn(b.pack, on, versions)] ||
      (a.pack.version < b.pack.version ? 1 : -1),
  )[0]
}

/** `2022-04`, or with the day where that is taken; the 2nd of the month where that is taken too. */
export function nextVersion(taken: readonly string[], on: string): string {
  const month = on.slice(0, 7)
  const last = [...taken].sort().at(-1) ?? ''
  if (month > last) return month
  if (on > last) return on
  const after = new Date(`${last.length === 7 ? `${last}-01` : last}T00:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  return after.toISOString().slice(0, 10)
}

const at = (path: string, zh: string, en: string): ProblemItem => ({ at: path, sentence: { zh, en } })

type Terms = {
  readonly region: string
  /** The scheme that the draft was begun for. */
  readonly scheme: string
  /** Every version of every scheme of the county. */
  readonly versions: readonly Carrying[]
  readonly today: string
}

/** What stands against publishing a version, beside its own faults: whose it is, its name, whose place it takes, its days. */
export function placeProblems(pack: SchemePack, terms: Terms): ProblemItem[] {
  const own = terms.versions.map((each) => each.pack).filter(({ scheme }) => scheme === pack.scheme)
  return [
    ...ofAnotherCounty(pack, terms),
    ...ofAnotherScheme(pack, terms),
    ...misnamed(pack, own),
    ...wrongPlaces(pack, own),
    ...emptied(pack, own, terms.today),
    ...secondRules(pack, own),
  ]
}

function ofAnotherCounty({ region: of }: SchemePack, { region }: Terms): ProblemItem[] {
  if (of === region) return []
  return [
    at(
      'region',
      `本局只能发布本县(${region})的政策,不能发布 ${of} 的`,
      `the bureau publishes schemes of ${region}, not of ${of}`,
    ),
  ]
}

function ofAnotherScheme({ scheme: named }: SchemePack, { scheme }: Terms): ProblemItem[] {
  if (named === scheme) return []
  return [
    at(
      'scheme',
      `草稿是“${scheme}”的,不能改成“${named}”;请另起草稿`,
      `the draft is of ${scheme} and cannot become ${named}: begin another`,
    ),
  ]
}

/** A version is named once, and later than every one before it. */
function misnamed({ version }: SchemePack, own: readonly SchemePack[]): ProblemItem[] {
  const taken = own.map((each) => each.version).sort()
  const newest = taken.at(-1)
  return [
    ...(taken.includes(version)
      ? [
          at(
            'version',
            `已有 ${version} 版,请换一个版本号`,
            `there is a version ${version} already: name this one otherwise`,
          ),
        ]
      : []),
    ...(newest !== undefined && version < newest
      ? [
          at(
            'version',
            `版本号 ${version} 早于已有的 ${newest} 版,请写得更晚`,
            `the version ${version} is before ${newest}: it has to be later`,
          ),
        ]
      : []),
  ]
}

/** What it takes the place of is there, and is chosen by the same date. */
function wrongPlaces({ inForce, replaces }: SchemePack, own: readonly SchemePack[]): ProblemItem[] {
  return (replaces?.versions ?? []).flatMap((name) => {
    const former = own.find((each) => each.version === name)
    if (!former)
      return [at('replaces', `所替代的 ${name} 版不存在`, `there is no version ${name} to take the place of`)]
    if (former.inForce.by === inForce.by) return []
    return [
      at(
        'inForce.by',
        `与所替代的 ${name} 版按不同的日期选用版本,两版之间会有人重复或落空;请用同一种日期`,
        `it is chosen by another date than ${name}, whose place it takes: some would fall under both or neither. Use the same`,
      ),
    ]
  })
}

/** A version that has begun keeps the days that it had: what takes its place begins after its first day. */
function emptied({ inForce, replaces }: SchemePack, own: readonly SchemePack[], today: string): ProblemItem[] {
  return own.flatMap(({ version, inForce: { from } }) =>
    replaces?.versions.includes(version) && from <= today && inForce.from <= from
      ? [
          at(
            'inForce.from',
            `${version} 版自 ${from} 起已经施行,从 ${inForce.from} 起替代它,它就等于从未施行;请把起日改到 ${from} 之后`,
            `${version} has been in force since ${from}; taking its place from ${inForce.from} on would say that it never was. Let this one begin later`,
          ),
        ]
      : [],
  )
}

/** A day has one rule. */
function secondRules(pack: SchemePack, own: readonly SchemePack[]): ProblemItem[] {
  const { inForce } = pack
  if (inForce.to !== undefined && inForce.to < inForce.from) return []
  return own.flatMap((other) => {
    const day = other.version === pack.version ? undefined : firstDayOfBoth(pack, other, own)
    if (day === undefined) return []
    return [
      at(
        'replaces',
        `${day} 起与 ${other.version} 版同时施行,一天不能有两个规定;请写明替代 ${other.version} 版,或改施行日期`,
        `it is in force beside ${other.version} from ${day} on, and a day has one rule: say that it takes the place of ${other.version}, or change the dates`,
      ),
    ]
  })
}

/** The first day on which both are in force and neither gives way to the other; none where there is no such day. */
function firstDayOfBoth(pack: SchemePack, other: SchemePack, own: readonly SchemePack[]): string | undefined {
  const { version, inForce, replaces, corrects } = pack
  const isSettled =
    replaces?.versions.includes(other.version) ||
    corrects?.versions.includes(other.version) ||
    other.corrects?.versions.includes(version)
  if (isSettled) return undefined
  const last = lastDayOf(
    other,
    own.map((each) => ({ pack: each })),
  )
  const day = inForce.from > other.inForce.from ? inForce.from : other.inForce.from
  const isBoth =
    (inForce.to === undefined || day <= inForce.to) &&
    (last === undefined || day <= last) &&
    (last ?? day) >= other.inForce.from
  return isBoth ? day : undefined
}

/** So many decisions are counted at most: more is told as many. */
export const MANY = 1_000
