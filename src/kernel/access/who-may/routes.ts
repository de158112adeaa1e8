import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { listOrganisationNames, listPersons } from '../../people/public.ts'
import { listActsBy, type ActOfSomebody } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { listHolders } from '../accounts/store.ts'
import { DENIALS } from '../denials.ts'
import { listInForce } from '../delegations/store.ts'
import { PERMISSIONS_OF, ROLES, type Role } from '../permissions.ts'
import { listAccountsById } from '../store.ts'
import { whoOf } from '../who.ts'
import { type ActFilter, type ActShown, exportWhoDid, type RoleShown, whoDid, whoMay } from './contract.ts'
import { sentenceOfAct } from './act-words.ts'
import { PERMISSION_WORDS } from './permission-words.ts'
import { words } from './words.ts'

const MOST_EXPORTED = 5000

/** What each role may do and who holds it; and what people did. Names are masked, and nothing of a record's is told. */
export function whoMayRoutes(): Route[] {
  return [
    route(whoMay, async ({ tx, now }) => {
      const roles: RoleShown[] = []
      for (const role of Object.keys(ROLES) as Role[])
        roles.push({
          role,
          name: ROLES[role],
          may: PERMISSIONS_OF[role].map((permission) => {
            return { permission, sentence: PERMISSION_WORDS[permission] ?? { zh: permission, en: permission } }
          }),
          never: DENIALS.find((denial) => denial.role === role)?.because ?? null,
          holders: await holdersOf(tx, role, civilDateOf(now)),
        })
      return { roles }
    }),

    route(whoDid, async ({ tx, query }) => {
      const found = await listActsBy(tx, query, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: await actsShown(tx, page), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(exportWhoDid, async ({ tx, query, locale }) => {
      const acts = await actsShown(tx, await listActsBy(tx, query, { limit: MOST_EXPORTED }))
      const bytes = await writeTable({
        title: words.did[locale],
        lines: [await filterLine(tx, query)],
        columns: [words.at, words.account, words.person, words.post, words.act, words.code, words.about].map(
          (each) => each[locale],
        ),
        rows: acts.map((row) => [
          row.recordedAt,
          row.account,
          row.person,
          row.post[locale],
          row.sentence[locale],
          row.act,
          row.subjectKind,
        ]),
      })
      return { fileName: `${words.did[locale]}.xlsx`, bytes }
    }),
  ]
}

/** By what the acts were filtered, in words: an account by its name. */
async function filterLine(tx: Tx, { account, act, from, to }: ActFilter): Promise<string> {
  const name = account === undefined ? '' : ((await listAccountsById(tx, [account])).get(account)?.name ?? '')
  return [from, to, act, name].filter(Boolean).join(' · ')
}

/** Who holds a role today by a post of their own (real time), and who stands in for one of them (business day). */
async function holdersOf(tx: Tx, role: Role, businessDay: string): Promise<RoleShown['holders']> {
  const own = await listHolders(tx, role, civilDateOf(new Date()))
  const accounts = await listAccountsById(
    tx,
    own.map(({ accountId }) => accountId),
  )
  const deputies = (await listInForce(tx, businessDay)).filter((delegation) => delegation.roles.includes(role))
  const persons = await listPersons(tx, [
    ...own.map(({ personId }) => personId),
    ...deputies.map(({ deputyPersonId }) => deputyPersonId),
  ])
  const organisations = await listOrganisationNames(
    tx,
    [...accounts.values()].flatMap(({ organisationId }) => organisationId ?? []),
  )
  return [
    ...own.map(({ accountId, personId }) => {
      const account = accounts.get(accountId)
      return {
        accountId,
        account: account?.name ?? '',
        person: persons.get(personId)?.maskedName ?? '*',
        organisation: organisations.get(account?.organisationId ?? '') ?? '',
        standsInUntil: null,
      }
    }),
    ...deputies.map((each) => ({
      accountId: each.accountId,
      account: '',
      person: persons.get(each.deputyPersonId)?.maskedName ?? '*',
      organisation: '',
      standsInUntil: each.ended?.lastDay ?? each.to,
    })),
  ]
}

async function actsShown(tx: Tx, acts: readonly ActOfSomebody[]): Promise<ActShown[]> {
  const ids = acts.flatMap(({ accountId }) => accountId ?? [])
  const accounts = await listAccountsById(tx, ids)
  const who = await whoOf(tx, ids)
  return acts.map((row) => {
    const { name, post } = row.accountId === null ? { name: '', post: words.platform } : who(row.accountId)
    return {
      id: row.id,
      act: row.act,
      sentence: sentenceOfAct(row.act),
      subjectKind: row.subjectKind,
      account: row.accountId === null ? '' : (accounts.get(row.accountId)?.name ?? ''),
      person: name,
      post,
      at: row.businessAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    }
  })
}
