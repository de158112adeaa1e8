import { entriesOf } from '../packs/pack-parameters.ts'
import { lastDayOf } from '../packs/in-force.ts'
import type { SchemePack } from '../packs/pack.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { placeOf } from './linted.ts'
import type { Parts } from '../deciding/decide.ts'

type Span = { readonly from: string; readonly to?: string | undefined }

/** Values that begin after the scheme ended or end before it begins, and windows that no day in force lies in. */
export function dateFindings(parts: Parts): LintFinding[] {
  const { pack } = parts
  const { from, to } = pack.inForce
  const values = Object.entries(pack.parameters ?? {}).flatMap(([name, parameter]) =>
    entriesOf(parameter).flatMap((entry: Span & { cite: string }, index) => {
      const kind = 'values' in parameter ? 'values' : 'lists' in parameter ? 'lists' : 'tables'
      const place = { clause: entry.cite, at: ['parameters', name, kind, index] }
      const { zh, en } = parameter.label
      if (to !== undefined && entry.from > to) {
        const wrong = {
          zh: `“${zh}”自 ${entry.from} 起的值,晚于政策止日 ${to}`,
          en: `“${en}” has a value from ${entry.from}, after the scheme ended on ${to}`,
        }
        return [lintFinding('value-too-late', { ...place, wrong })]
      }
      if (entry.to === undefined || entry.to >= from) return []
      const wrong = {
        zh: `“${zh}”至 ${entry.to} 止的值,早于政策起日 ${from}`,
        en: `“${en}” has a value until ${entry.to}, before the scheme begins on ${from}`,
      }
      return [lintFinding('value-too-early', { ...place, wrong })]
    }),
  )
  const limits = (pack.limits ?? []).flatMap(({ id, label, cite, window }) => {
    if (typeof window !== 'object' || !('from' in window) || overlap(window, pack.inForce) !== undefined) return []
    const wrong = {
      zh: `限制“${label.zh}”只看 ${window.from} 至 ${window.to},政策不在这段时间施行`,
      en: `the limit “${label.en}” looks at ${window.from} to ${window.to}, when the scheme is not in force`,
    }
    return [lintFinding('limit-outside', { clause: cite, at: [...placeOf(parts, id), 'window'], wrong })]
  })
  return [...values, ...limits]
}

/** Other versions of the scheme that are in force on one of its days. */
export function versionFindings(pack: SchemePack, others: readonly SchemePack[]): LintFinding[] {
  const versions = [...others, pack].map((each) => ({ pack: each }))
  return others.flatMap((other) => {
    const day = overlap(spanOf(pack, versions), spanOf(other, versions))
    if (other.scheme !== pack.scheme || other.version === pack.version || day === undefined) return []
    if (isCorrected(pack, other) || isCorrected(other, pack)) return []
    const wrong = {
      zh: `${pack.version} 与 ${other.version} 两个版本在 ${day} 同时施行`,
      en: `the versions ${pack.version} and ${other.version} are both in force on ${day}`,
    }
    return [
      lintFinding('two-versions', { clause: pack.amount.cite, at: ['inForce'], wrong, witness: { zh: day, en: day } }),
    ]
  })
}

/** The days on which a version decides: one that corrects another from the day that it says, one that is replaced till then. */
function spanOf(pack: SchemePack, versions: readonly { readonly pack: SchemePack }[]): Span {
  const { inForce, corrects } = pack
  return {
    from: corrects && corrects.from > inForce.from ? corrects.from : inForce.from,
    to: lastDayOf(pack, versions),
  }
}

function isCorrected({ version }: SchemePack, { corrects }: SchemePack): boolean {
  return corrects?.versions.includes(version) ?? false
}

/** The first day that lies in both. */
export function overlap(one: Span, other: Span): string | undefined {
  const day = one.from > other.from ? one.from : other.from
  return (one.to === undefined || day <= one.to) && (other.to === undefined || day <= other.to) ? day : undefined
}
