import { slotsRead } from '../deciding/conditions.ts'
import type { ParameterSource } from '../deciding/parameters.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import type { Linted } from './linted.ts'
import { findFacts, sayFacts, wantedOf } from './suppose.ts'
import { sayFirst } from './words.ts'

type Matrix = Readonly<Record<string, readonly string[]>>

/** Whether the funds may pay this kind of subsidy, and for everybody who can have it, by the tables of the county. */
export function fundFindings(linted: Linted, parameters: ParameterSource | undefined): LintFinding[] {
  const { pack } = linted.parts
  const clause = pack.amount.cite
  if (pack.family === undefined) {
    const wrong = { zh: '没有写明属于哪一类补贴', en: 'it is not said of which family the subsidy is' }
    return [lintFinding('family-missing', { clause, at: ['family'], wrong })]
  }
  const { family } = pack
  const lawfulFor = matrixOf(parameters, 'funds.lawfulFor')
  const groups = matrixOf(parameters, 'funds.groups')
  const funds = pack.funds.flatMap((fund, index) => {
    const pays = lawfulFor?.[fund]
    const at = ['funds', index]
    if (!lawfulFor || pays?.includes(family)) return []
    if (!pays) {
      const wrong = { zh: `资金用途表中没有 ${fund}`, en: `the table of funds does not have ${fund}` }
      return [lintFinding('fund-not-listed', { clause, at, wrong })]
    }
    const wrong = { zh: `${fund} 不能支付 ${family} 类补贴`, en: `${fund} may not pay subsidies of ${family}` }
    return [lintFinding('fund-not-lawful', { clause, at, wrong })]
  })
  return [...funds, ...(groups ? groupFindings(linted, groups) : [])]
}

function groupFindings({ parts, domains, eligible }: Linted, groups: Matrix): LintFinding[] {
  const { pack } = parts
  const lists = pack.funds.map((fund) => groups[fund])
  // A fund that the table does not have is not held against it.
  if (lists.includes(undefined)) return []
  const lawful = new Set(lists.flatMap((list) => list ?? []))
  const read = [...parts.scope, ...parts.conditions]
  const slots = read.flatMap(({ node }) => slotsRead(node)).filter(({ fact }) => fact === 'person.group')
  const [slot] = slots
  if (!slot) return []
  const unlawful = Object.keys(slot.definition.codes ?? {}).flatMap((group) => {
    if (lawful.has(group)) return []
    const facts = findFacts(domains, [...eligible, wantedOf(slot, (value) => value === group)])
    return typeof facts === 'string' ? [] : [{ group, facts }]
  })
  if (unlawful.length === 0) return []
  const said = sayFirst(unlawful.map(({ group }) => slot.said(group)))
  const { condition } = read.find(({ node }) => slotsRead(node).includes(slot))!
  const wrong = {
    zh: `${said.zh}符合全部条件,而 ${pack.funds.join('、')} 不补贴这类人员`,
    en: `${said.en} can meet every condition, and ${pack.funds.join(', ')} may not pay for them`,
  }
  const witness = sayFacts(
    read.flatMap(({ node }) => slotsRead(node)),
    unlawful[0]!.facts,
  )
  return [lintFinding('group-not-lawful', { clause: condition.cite, at: ['funds'], wrong, witness })]
}

/** A table of the county on the day; none where none is set. */
function matrixOf(parameters: ParameterSource | undefined, name: string): Matrix | undefined {
  try {
    return parameters?.get(name).value as Matrix | undefined
  } catch {
    return undefined
  }
}
