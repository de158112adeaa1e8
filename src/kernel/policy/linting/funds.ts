import type { Sentence } from '../../../platform/contract/public.ts'
import { slotsRead } from '../deciding/conditions.ts'
import type { ParameterSource } from '../deciding/parameters.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import type { Linted } from './linted.ts'
import { findFacts, sayFacts, wantedOf } from './suppose.ts'
import { sayFirst } from './words.ts'

type Matrix = Readonly<Record<string, readonly string[]>>

/** What the funds are called; without it they are told by their codes. */
export type FundNames = ReadonlyMap<string, Sentence>

/** Whether the funds may pay this kind of subsidy, and for everybody who can have it, by the tables of the county. */
export function fundFindings(
  linted: Linted,
  parameters: ParameterSource | undefined,
  names?: FundNames,
): LintFinding[] {
  const { pack } = linted.parts
  const groups = tableOf<Matrix>(parameters, 'funds.groups')
  const kinds = kindFindings({ ...pack, clause: pack.amount.cite }, parameters, names)
  return pack.family === undefined || !groups ? kinds : [...kinds, ...groupFindings(linted, groups, names)]
}

type Paid = {
  readonly funds: readonly string[]
  readonly family?: string | undefined
  readonly clause: string
}

/** Whether each fund may pay subsidies of the scheme's family. */
export function kindFindings(
  { funds, family, clause }: Paid,
  parameters: ParameterSource | undefined,
  names?: FundNames,
): LintFinding[] {
  if (family === undefined) {
    const wrong = { zh: '没有写明属于哪一类补贴', en: 'it is not said of which family the subsidy is' }
    return [lintFinding('family-missing', { clause, at: ['family'], wrong })]
  }
  const lawfulFor = tableOf<Matrix>(parameters, 'funds.lawfulFor')
  if (!lawfulFor) return []
  const paid = familyName(family, names ? parameters : undefined)
  return funds.flatMap((fund, index) => {
    const pays = lawfulFor[fund]
    const at = ['funds', index]
    if (pays?.includes(family)) return []
    const name = quoted(names?.get(fund)) ?? { zh: `${fund} `, en: fund }
    if (!pays) {
      const wrong = { zh: `资金用途表中没有 ${name.zh.trim()}`, en: `the table of funds does not have ${name.en}` }
      return [lintFinding('fund-not-listed', { clause, at, wrong })]
    }
    const wrong = { zh: `${name.zh}不能支付${paid.zh}类补贴`, en: `${name.en} may not pay subsidies of ${paid.en}` }
    return [lintFinding('fund-not-lawful', { clause, at, wrong })]
  })
}

const quoted = (name: Sentence | undefined): Sentence | undefined => name && { zh: `“${name.zh}”`, en: `“${name.en}”` }

/** A family as the county calls it. */
function familyName(code: string, parameters: ParameterSource | undefined): Sentence {
  const families = tableOf<readonly { code: string; label: Sentence }[]>(parameters, 'subsidy.families')
  return quoted(families?.find((each) => each.code === code)?.label) ?? { zh: ` ${code} `, en: code }
}

function groupFindings({ parts, domains, eligible }: Linted, groups: Matrix, names?: FundNames): LintFinding[] {
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
  const funds = pack.funds.map((fund) => names?.get(fund) ?? { zh: fund, en: fund })
  const wrong = {
    zh: `${said.zh}符合全部条件,而 ${funds.map(({ zh }) => zh).join('、')} 不补贴这类人员`,
    en: `${said.en} can meet every condition, and ${funds.map(({ en }) => en).join(', ')} may not pay for them`,
  }
  const witness = sayFacts(
    read.flatMap(({ node }) => slotsRead(node)),
    unlawful[0]!.facts,
  )
  return [lintFinding('group-not-lawful', { clause: condition.cite, at: ['funds'], wrong, witness })]
}

/** A table of the county on the day; none where none is set. */
function tableOf<T>(parameters: ParameterSource | undefined, name: string): T | undefined {
  try {
    return parameters?.get(name).value as T | undefined
  } catch {
    return undefined
  }
}
