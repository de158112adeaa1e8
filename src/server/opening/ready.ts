import { listAccounts, ROLES, type Role } from '../../kernel/access/public.ts'
import { PARAMETERS, parametersOn, type Placeholder, schemesOf } from '../../kernel/policy/public.ts'
import { officialCalendar } from '../../kernel/reference/public.ts'
import type { CivilDate } from '../../kernel/values/public.ts'
import type { Sentence } from '../../platform/contract/public.ts'
import { type Db, inDistrict } from '../../platform/db/public.ts'
import { openingWords } from './words.ts'

/** Posts without which a claim does not get from the class to the bank. */
const NEEDED: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'deputy-director',
  'director',
  'finance',
  'auditor',
  'administrator',
]

export type Readiness = {
  /** Parameters that nobody has given a value. */
  readonly missing: readonly { readonly name: string; readonly title: Sentence }[]
  readonly examples: readonly Placeholder[]
  readonly posts: readonly Sentence[]
  readonly others: readonly Sentence[]
}

/** What a county still lacks before it goes live, on a day. */
export async function readinessOf(db: Db, district: number, on: CivilDate): Promise<Readiness> {
  const given = new Set<string>(
    parametersOn(district, on)
      .list()
      .map(({ name }) => name),
  )
  const year = Number(on.slice(0, 4))
  return inDistrict(
    db,
    district,
    async (tx) => {
      const held = new Set((await listAccounts(tx)).flatMap(({ roles }) => roles))
      const schemes = await schemesOf(tx)
      const calendar = await officialCalendar(tx)
      return {
        missing: Object.entries(PARAMETERS).flatMap(([name, { label }]) =>
          given.has(name) ? [] : [{ name, title: label }],
        ),
        examples: schemes.placeholdersOn(on),
        posts: NEEDED.filter((role) => !held.has(role)).map((role) => ROLES[role]),
        others: [
          ...(schemes.packsOn(on).length === 0 ? [openingWords.noScheme] : []),
          ...(parametersOn(district, on).get('access.secondFactor').value.demandedOf === 'nobody'
            ? [openingWords.noSecondFactor]
            : []),
          ...(calendar.years.includes(year) ? [] : [openingWords.noCalendar(year)]),
        ],
      }
    },
    { readOnly: true },
  )
}

export const lacks = ({ missing, examples, posts, others }: Readiness): number =>
  missing.length + examples.length + posts.length + others.length
