import type { ProblemItem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listCodes, listDistricts } from '../../reference/public.ts'
import { civilDateOf, isCivilDate } from '../../values/public.ts'
import type { Supply } from '../linting/supply.ts'
import { type DistrictSchemes, valuesOf } from '../packs/library.ts'
import type { SchemePack } from '../packs/pack.ts'
import { placeholdersOf } from '../packs/placeholders.ts'
import { schemesOf } from '../published/schemes.ts'
import type * as contract from './contract.ts'
import { type CheckOrder, problemsIn } from './checks/check.ts'
import { versionToBeginFrom } from './rules.ts'
import { countDecidedSince, type Draft } from './store.ts'

/** What is wrong with a document as it is written; none where it can be read and made ready. */
export function problemsOf(tx: Tx, document: unknown, { versions }: DistrictSchemes): readonly ProblemItem[] {
  return problemsIn(document, { versions, values: valuesOf(tx.district) })
}

/** The version of the draft's scheme that is in force, or the nearest to it. */
export function versionNow(schemes: DistrictSchemes, scheme: string, tx: Tx) {
  const own = schemes.versions.filter(({ pack }) => pack.scheme === scheme)
  return versionToBeginFrom(own, civilDateOf(tx.now))
}

/** The funds of the code list, as people call them. */
export async function fundsOf(tx: Tx): Promise<contract.Draft['funds']> {
  const codes = await listCodes(tx, 'funds')
  return codes.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } }))
}

/** Everything that a draft's document is checked by, as it stands now. */
export async function checkOrder(
  tx: Tx,
  { scheme, revision }: Pick<Draft, 'scheme' | 'revision'>,
  document: unknown,
  supplies: readonly Supply[],
): Promise<CheckOrder> {
  const schemes = await schemesOf(tx)
  const { versions } = schemes
  const before = versionNow(schemes, scheme, tx)
  return {
    region: String(tx.district),
    scheme,
    revision,
    document,
    versions: versions.map((each) => each.document),
    before: before ? versions.indexOf(before) : null,
    today: civilDateOf(tx.now),
    isReal: !(await isDemonstration(tx)),
    decidedSince: await decidedSince(tx, document),
    values: valuesOf(tx.district),
    funds: await fundsOf(tx),
    supplies: supplies.map(({ keys, triggers }) => ({ keys, ...(triggers ? { triggers } : {}) })),
  }
}

async function isDemonstration(tx: Tx): Promise<boolean> {
  return (await listDistricts(tx.db)).some(({ district, demonstration }) => district === tx.district && demonstration)
}

/** How much of what happened since the first day of a document is decided already, where that day is past. */
async function decidedSince(tx: Tx, document: unknown): Promise<number> {
  const {
    scheme,
    trigger: kind,
    inForce,
  } = (document ?? {}) as { [part: string]: unknown; inForce?: { from?: unknown } }
  const from = inForce?.from
  if (typeof scheme !== 'string' || typeof kind !== 'string' || typeof from !== 'string' || !isCivilDate(from)) return 0
  return from < civilDateOf(tx.now) ? countDecidedSince(tx, { scheme, kind, from }) : 0
}

/** Whether a scheme has an example in the place of the county's own rule. */
export const hasExample = (pack: SchemePack): boolean => placeholdersOf(pack).length > 0
