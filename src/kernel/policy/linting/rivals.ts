import type { Program } from '../deciding/compile.ts'
import { slotsRead } from '../deciding/conditions.ts'
import { stepsOf } from '../packs/amount.ts'
import type { SchemePack } from '../packs/pack.ts'
import { overlap } from './dates.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { asFirstRead, type Linted } from './linted.ts'
import { domainsOf, findFacts, sayFacts, wanted } from './suppose.ts'

/** Whether two schemes can meet: one kind of recorded fact, one beneficiary, one county, one day. */
export function canMeet(one: SchemePack, other: SchemePack): boolean {
  return (
    one.scheme !== other.scheme &&
    one.trigger === other.trigger &&
    one.beneficiary === other.beneficiary &&
    (covers(one.region, other.region) || covers(other.region, one.region)) &&
    overlap(one.inForce, other.inForce) !== undefined
  )
}

/** Another scheme that the same person can have for the same fact, and that nothing here takes notice of. */
export function rivalFindings(linted: Linted, rivals: readonly Program[]): LintFinding[] {
  const { parts } = linted
  const { pack } = parts
  return rivals.flatMap((rival) => {
    const other = rival.parts.pack
    if (!canMeet(pack, other) || takesNotice(pack, other)) return []
    const theirs = asFirstRead(rival.parts)
    const domains = domainsOf([parts, theirs])
    const both = [parts, theirs].flatMap(({ scope, conditions }) => [...scope, ...conditions])
    const facts = findFacts(
      domains,
      both.map(({ node }) => wanted(node)),
    )
    if (typeof facts === 'string') return []
    const wrong = {
      zh: `对同一件事,另有“${other.title.zh}”也可以享受,本政策没有限制合并享受`,
      en: `“${other.title.en}” pays for the same fact as well, and nothing here limits the two together`,
    }
    const witness = sayFacts(
      both.flatMap(({ node }) => slotsRead(node)),
      facts,
    )
    return [lintFinding('paid-twice', { clause: pack.amount.cite, at: ['limits'], wrong, witness })]
  })
}

/** A limit over the family of the other, one rule for the two together, a clause that both may be had, or what was received for it taken off. */
function takesNotice(pack: SchemePack, { family, stacking }: SchemePack): boolean {
  if (pack.stacking && pack.stacking.family === stacking?.family) return true
  if (family && pack.together?.families.includes(family)) return true
  const limited = (pack.limits ?? []).some(({ over, beyond }) => beyond !== 'tell' && family && over.includes(family))
  const takenOff = stepsOf(pack.amount).some(({ subtract }) => typeof subtract === 'object' && 'fact' in subtract)
  return limited || takenOff
}

/** Two schemes of one family that say otherwise how they stand to each other. */
export function familyFindings(pack: SchemePack, others: readonly SchemePack[]): LintFinding[] {
  const own = pack.stacking
  return others.flatMap((other) => {
    const theirs = other.stacking
    if (!own || own.family !== theirs?.family || !canMeet(pack, other) || own.rule === theirs.rule) return []
    const wrong = {
      zh: `与“${other.title.zh}”同属“${own.family}”,两者写的合并享受规则不同(${own.rule}、${theirs.rule})`,
      en: `“${other.title.en}” is of the family ${own.family} too and says another rule (${own.rule}, ${theirs.rule})`,
    }
    return [lintFinding('family-disagrees', { clause: own.cite, at: ['stacking', 'rule'], wrong })]
  })
}

/** Whether a region is another or lies above it: 330000 above 331102. */
function covers(above: string, region: string): boolean {
  const code = above.replace(/(00)+$/, '')
  return region.startsWith(code)
}
