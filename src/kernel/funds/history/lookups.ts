import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { listIdentityLookups } from '../../people/public.ts'
import { type Group, type GroupMember, recordAct } from '../../record/public.ts'
import { listOccupationsById } from '../../reference/public.ts'
import {
  type CivilDate,
  civilDate,
  civilDateOf,
  isSkillLevel,
  newId,
  parseCertificateNumber,
} from '../../values/public.ts'
import { tellChanged } from './changed.ts'
import { keptFileName, mediaTypeOf } from './importing.ts'
import { insertPastPayments, type PastPayment } from './payment-store.ts'
import { beginSource, endSource, type HistorySource, insertPeople, type NewSource } from './source-store.ts'
import { words } from './words.ts'

type Actor = { readonly accountId: string; readonly personId: string }

export type Received = {
  readonly family: string
  readonly occupationId: string | null
  readonly level: string | null
  readonly certificateNo: string
  readonly amountFen: bigint
  readonly paidOn: string
}

/** What somebody saw on the province's platform about people of a group, on which day, and the picture of it. */
export type LookupGiven = {
  readonly group: Group & { readonly members: readonly GroupMember[] }
  readonly source: string
  readonly checkedOn: CivilDate
  readonly families: readonly string[]
  readonly fileId: string
  readonly people: readonly { readonly personId: string; readonly received: readonly Received[] }[]
  readonly actor: Actor
  readonly now: Date
}

const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Keeps the picture or file a look-up rests on, sealed. What a file is, its first bytes say; a CSV has none. */
export async function keepLookupEvidence(
  tx: Tx,
  vault: Vault,
  given: { bytes: Uint8Array; fileName: string; actor: Actor },
): Promise<{ fileId: string; fileName: string }> {
  const { bytes, actor } = given
  const fileName = keptFileName(given.fileName)
  const isKnown =
    MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte)) || fileName.toLowerCase().endsWith('.csv')
  if (!isKnown || bytes.length === 0) throw new Problem('not-acceptable', words.evidenceWrongType)
  const fileId = newId()
  await keepFile(tx, vault, {
    id: fileId,
    name: fileName,
    mediaType: mediaTypeOf(fileName),
    bytes,
    createdBy: actor.accountId,
  })
  return { fileId, fileName }
}

/** Records the look-up: silence counts for exactly the people named, up to that day. */
export async function keepLookup(tx: Tx, vault: Vault, given: LookupGiven): Promise<HistorySource> {
  const { group, source, checkedOn, families, people, actor, now } = given
  if (checkedOn > civilDateOf(now)) throw new Problem('bad-input', words.checkedLater)
  if (people.some(({ received }) => received.some((each) => each.paidOn > checkedOn)))
    throw new Problem('bad-input', words.paidAfterLookup)
  const members = new Set(group.members.map((member) => member.personId))
  if (people.some(({ personId }) => !members.has(personId))) throw new Problem('not-acceptable', words.notOfGroup)
  const file = await findFile(tx, vault, given.fileId)
  if (!file) throw new Problem('not-found', words.evidenceNotKnown)
  const lookups = await listIdentityLookups(
    tx,
    people.map(({ personId }) => personId),
  )
  const received = people.flatMap(({ personId, received: sums }) => sums.map((each) => ({ personId, ...each })))
  const occupations = await listOccupationsById(
    tx,
    received.flatMap((each) => each.occupationId ?? []),
  )
  const payments = received.map((each): PastPayment => {
    const certificate = parseCertificateNumber(each.certificateNo)
    if (each.certificateNo !== '' && !certificate.ok) throw new Problem('not-acceptable', words.noCertificateForm)
    const occupation = occupations.get(each.occupationId ?? '')
    const paidOn = civilDate(each.paidOn)
    return {
      row: 0,
      identityLookup: lookups.get(each.personId)!,
      family: each.family,
      occupationId: occupation?.id ?? null,
      occupationText: occupation ? occupation.tradeZh || occupation.nameZh : '',
      level: each.level !== null && isSkillLevel(each.level) ? each.level : null,
      certificateNo: certificate.ok ? certificate.value.text : null,
      amountFen: each.amountFen,
      paid: { from: paidOn, to: paidOn },
      payee: 'unknown',
    }
  })
  const id = newId()
  const begun: NewSource = {
    id,
    kind: 'province-lookup',
    source,
    coversFrom: null,
    coversTo: checkedOn,
    families,
    fileId: file.id,
    fileName: file.name,
    sha256: sha256(file.bytes),
    about: id,
    group: { kind: group.kind, id: group.id, title: group.title },
    columnsRead: [],
    accountId: actor.accountId,
    businessAt: now,
  }
  await beginSource(tx, begun)
  await insertPastPayments(tx, id, payments)
  const amountFen = payments.reduce((sum, each) => sum + each.amountFen, 0n)
  await endSource(tx, id, { rowCount: payments.length, amountFen, doubts: [] })
  await insertPeople(
    tx,
    id,
    people.map(({ personId, received: sums }) => ({ personId, answer: sums.length > 0 ? 'received' : 'nothing' })),
  )
  await recordAct(tx, {
    id: newId(),
    act: 'history.province-looked-up',
    subjectKind: 'history-source',
    subjectId: id,
    actor,
    at: now,
    detail: { groupId: group.id, checkedOn, people: people.length, payments: payments.length, fileId: file.id },
  })
  await tellChanged(tx, id, group)
  return { ...begun, rowCount: payments.length, amountFen, doubts: [], withdrawn: false }
}
