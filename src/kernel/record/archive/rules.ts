import type { StepFile } from './declared.ts'
import type { Told } from '../timelines/timelines.ts'
import type { TrailLink, TrailPlace, TrailStep } from '../trails.ts'

export const ARCHIVES_OF = ['class', 'person', 'provider'] as const
/** What an archive is of. */
export type ArchiveOf = (typeof ARCHIVES_OF)[number]

export const ARCHIVE_STATUSES = ['asked', 'running', 'done', 'failed', 'cancelled', 'swept'] as const
export type ArchiveStatus = (typeof ARCHIVE_STATUSES)[number]
export const isUnderWay = (status: ArchiveStatus): boolean => status === 'asked' || status === 'running'

/** What is being done of an archive that is made, in this order. */
export const STAGES = ['walk', 'papers', 'files', 'pages', 'proofs'] as const
/** How much of a stage is done, of how much as far as is known. */
export type Progress = { readonly stage: (typeof STAGES)[number]; readonly done: number; readonly of: number }

/** So many of one account may be under way at once. */
export const MOST_UNDER_WAY = 3

/** So many steps are in an archive; what lies beyond is said to be missing. */
export const MOST_STEPS = 20_000
/** Scans and other files, together; what lies beyond is listed with its hash. */
export const MOST_FILE_BYTES = 512 * 1024 * 1024

/** So many entries of a timeline, the newest. */
export const MOST_ENTRIES = 5_000

/** Steps that come in tens of thousands: named with their outcome wherever they count, and in a table; no page of their own. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['check-result'])
export const isNamedOnly = ({ kind }: Pick<TrailPlace, 'kind'>): boolean => NAMED_ONLY.has(kind)

export const nameOf = ({ kind, id }: TrailPlace): string => `${kind}.${id}`

/**
 * Of an archive about a class: what several classes, persons or counties' months have part in. It is in there itself; the
 * way does not go on through it, or it would lead to every other class of the county.
 */
const SHARED_BY_CLASSES: ReadonlySet<string> = new Set([
  'agreement',
  'batch',
  'budget-line',
  'finding',
  'history-source',
  'insured-list',
  'province-import',
  'province-list',
  'public-notice',
  'restriction',
  'return-file',
  'sample',
  'suspicion-case',
])

/** Of an archive about a person: steps of one person alone. Whatever else they lead to is in there, and not gone on from. */
const OF_ONE_PERSON: ReadonlySet<string> = new Set([
  'account-correction',
  'attendance-sign',
  'certificate',
  'claim-line',
  'decision',
  'enrolment',
  'entitlement',
  'fact',
  'line-hold',
  'live-sign',
  'mark',
  'muster',
  'objection',
  'payment',
  'recovery',
  'recovery-receipt',
  'register-hit',
  'restriction',
  'restriction-reply',
])

/** Of an archive about a provider: its own dealings with the bureau. */
const OF_ONE_PROVIDER: ReadonlySet<string> = new Set([
  'account-correction',
  'agreement',
  'claim',
  'claim-line',
  'class',
  'inspection',
  'line-hold',
  'objection',
  'payment',
  'public-notice',
  'recovery',
  'restriction',
  'restriction-reply',
])
/** What trainees did and are, session by session: it is in the archive of the class or of the person. */
const OF_TRAINEES: ReadonlySet<string> = new Set([
  'amendment',
  'attendance-sign',
  'certificate',
  'certificate-look-up',
  'certificate-screenshot',
  'decision',
  'enrolment',
  'entitlement',
  'fact',
  'live-session',
  'live-sign',
  'mark',
  'muster',
  'register-hit',
  'session',
])

type Scope = {
  /** Whether the way goes on from such a step. */
  readonly goesOnFrom: (kind: string) => boolean
  /** Whether it goes to such a step. */
  readonly goesTo: (kind: string) => boolean
}

const SCOPES: Readonly<Record<ArchiveOf, Scope>> = {
  class: { goesOnFrom: (kind) => !SHARED_BY_CLASSES.has(kind), goesTo: () => true },
  person: { goesOnFrom: (kind) => OF_ONE_PERSON.has(kind), goesTo: () => true },
  provider: { goesOnFrom: (kind) => OF_ONE_PROVIDER.has(kind), goesTo: (kind) => !OF_TRAINEES.has(kind) },
}

/** What an archive is of, and where its way may lead. */
export type ArchivePlace = { readonly of: ArchiveOf; readonly id: string }

/** Whether a step is the subject's own: all that it leads to is told of, and its answers of checks are named. */
export const isOwn = ({ of }: Pick<ArchivePlace, 'of'>, kind: string): boolean => SCOPES[of].goesOnFrom(kind)

/** Where one goes on from a step: not through what others have part in, nor to another of what the archive is of. */
export function onwards(step: TrailStep, about: ArchivePlace): readonly TrailLink[] {
  const { goesOnFrom, goesTo } = SCOPES[about.of]
  if (!goesOnFrom(step.kind)) return []
  return [...step.restsOn, ...step.leadsTo].filter(
    (link) => !isNamedOnly(link) && goesTo(link.kind) && (link.kind !== about.of || link.id === about.id),
  )
}

/** What becomes of a file beside the steps of an archive: why it is not in it, or that it is. */
export type FileFate = 'in' | 'of-others' | 'numbers' | 'emptied' | 'too-much'

type Weighed = Pick<StepFile, 'of' | 'bearsNumbers'> & { readonly sizeBytes: number; readonly isEmptied: boolean }

/**
 * Which of these files go into an archive, in turn, within so many bytes. Of a person or a provider it is what tells of
 * them alone; of a class also what belongs to one of its own steps (`isOwnStep`).
 */
export function fatesOf(
  files: readonly Weighed[],
  about: ArchivePlace,
  may: { readonly inFull: boolean; readonly bytes: number; readonly isOwnStep: (place: TrailPlace) => boolean },
): FileFate[] {
  let left = may.bytes
  const isOfIt = (place: TrailPlace) =>
    (place.kind === about.of && place.id === about.id) || (about.of === 'class' && may.isOwnStep(place))
  return files.map(({ of, bearsNumbers, sizeBytes, isEmptied }) => {
    if (!of.some(isOfIt)) return 'of-others'
    if (bearsNumbers && !may.inFull) return 'numbers'
    if (isEmptied) return 'emptied'
    if (sizeBytes > left) return 'too-much'
    left -= sizeBytes
    return 'in'
  })
}

/** What a file is opened by: its type, else how it was called when it came, where that is harmless. */
export function extensionOf({ name, mediaType }: { readonly name: string; readonly mediaType: string }): string {
  const known = EXTENSIONS[mediaType]
  const named = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return known ?? (HARMLESS.has(named) ? named : 'bin')
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}
const HARMLESS: ReadonlySet<string> = new Set(['csv', 'jpeg', 'jpg', 'pdf', 'png', 'xls', 'xlsx'])

/** A file's name that every system takes: what a person reads, then what tells it apart. */
export function safeName(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\\/:*?"<>|#%&\s]+/g, '-').slice(0, 60)
}

/** Steps by their kind, kinds in the order they are first met. */
export function byKind(steps: Iterable<TrailStep>): Map<string, TrailStep[]> {
  const kinds = new Map<string, TrailStep[]>()
  for (const step of steps) {
    const known = kinds.get(step.kind)
    if (known) known.push(step)
    else kinds.set(step.kind, [step])
  }
  return kinds
}

/** One table of all steps of a kind: a column for each thing any of them says. */
export function tableOfSteps(steps: readonly TrailStep[]): string[][] {
  const labels = [...new Set(steps.flatMap(({ says }) => says.map(({ label }) => label.zh)))]
  return [
    ['编号', '名称', 'Title', ...labels],
    ...steps.map(({ id, title, says }) => {
      const said = (label: string) => says.filter((each) => each.label.zh === label).map(({ value }) => value.zh)
      return [id, title.zh, title.en, ...labels.map((label) => said(label).join('；'))]
    }),
  ]
}

/** What is only named, each once, with the step that it was found at first. */
export function tableOfNamed(steps: ReadonlyMap<string, TrailStep>, about: ArchivePlace): string[][] {
  const rows = new Map<string, string[]>()
  for (const step of steps.values())
    for (const link of [...step.restsOn, ...step.leadsTo])
      if (isNamedOnly(link) && isOwn(about, step.kind) && !rows.has(link.id))
        rows.set(link.id, [link.kind, link.id, link.title.zh, link.title.en, step.kind, step.id, step.title.zh])
  return [
    ['种类 kind', '编号 id', '名称', 'Title', '所属种类 found at, kind', '所属编号 found at, id', '所属名称'],
    ...rows.values(),
  ]
}

/** What happened, as it is told, one line each. */
export function tableOfEntries(entries: readonly Told[]): string[][] {
  return [
    ['时间 at', '种类 kind', '事项', 'What', '说明', 'Said', '记录种类 record, kind', '记录编号 record, id'],
    ...entries.map(({ at, kind, title, says, opens }) => [
      timeThere(at),
      kind,
      title.zh,
      title.en,
      says?.zh ?? '',
      says?.en ?? '',
      opens?.kind ?? '',
      opens?.id ?? '',
    ]),
  ]
}

/** An instant as a clock in Shanghai shows it. */
export const timeThere = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** Every way between two steps, and whether the other end is in the archive. */
export function tableOfLinks(steps: ReadonlyMap<string, TrailStep>): string[][] {
  const rows = [...steps.values()].flatMap((step) =>
    (['restsOn', 'leadsTo'] as const).flatMap((way) =>
      step[way]
        .filter((link) => steps.has(nameOf(link)))
        .map((link) => [step.kind, step.id, way === 'restsOn' ? '依据 rests on' : '去向 leads to', link.kind, link.id]),
    ),
  )
  return [['种类 kind', '编号 id', '关系 relation', '种类 kind', '编号 id'], ...rows]
}

/** Of a kind with more steps than this the index names how many, and leads to a list of its own. */
export const LISTED_ON_THE_INDEX = 20

export const numbered = (nth: number): string => String(nth).padStart(3, '0')
