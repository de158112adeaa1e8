import type { TrailLink, TrailPlace, TrailStep } from '../trails.ts'

/** So many steps are in an archive; what lies beyond is said to be missing. */
export const MOST_STEPS = 6000
/** Scans and pictures, together; what lies beyond is listed with its hash. */
export const MOST_SCAN_BYTES = 512 * 1024 * 1024

/**
 * Steps that several classes, persons or counties' months have part in. They are in the archive themselves; the way does
 * not go on through them, or it would lead to every other class of the county.
 */
const SHARED: ReadonlySet<string> = new Set([
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

/** Steps that come in tens of thousands: named with their outcome wherever they count, and in a table; no page of their own. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['check-result'])
export const isNamedOnly = ({ kind }: Pick<TrailPlace, 'kind'>): boolean => NAMED_ONLY.has(kind)

export const nameOf = ({ kind, id }: TrailPlace): string => `${kind}.${id}`

/** Where one goes on from a step of an archive about `about`: everywhere, but not through what is shared, nor to another of its kind. */
export function onwards(step: TrailStep, about: TrailPlace): readonly TrailLink[] {
  if (SHARED.has(step.kind)) return []
  return [...step.restsOn, ...step.leadsTo].filter(
    (link) => !isNamedOnly(link) && (link.kind !== about.kind || link.id === about.id),
  )
}

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
export function tableOfNamed(steps: ReadonlyMap<string, TrailStep>): string[][] {
  const rows = new Map<string, string[]>()
  for (const step of steps.values())
    for (const link of [...step.restsOn, ...step.leadsTo])
      if (isNamedOnly(link) && !SHARED.has(step.kind) && !rows.has(link.id))
        rows.set(link.id, [link.kind, link.id, link.title.zh, link.title.en, step.kind, step.id, step.title.zh])
  return [
    ['种类 kind', '编号 id', '名称', 'Title', '所属种类 found at, kind', '所属编号 found at, id', '所属名称'],
    ...rows.values(),
  ]
}

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
