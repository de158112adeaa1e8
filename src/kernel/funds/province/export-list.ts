import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { openBankAccounts, openIdentityNumbers } from '../../people/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { listHash } from './assemble-list.ts'
import { type ListTemplate, provinceListBytes, provinceListName } from './list-file.ts'
import {
  findExport,
  findList,
  insertExport,
  listListPeople,
  lockList,
  type ProvinceExport,
  type ProvinceList,
} from './list-store.ts'
import { moveList } from './move-list.ts'
import { obstacleOnList } from './review-list.ts'
import { mediaTypeOf } from '../history/importing.ts'
import { words } from './words.ts'

export type ListExporting = {
  readonly listId: string
  readonly purpose: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/**
 * The list in the province's own template. It holds numbers in clear: every handing out is recorded with its purpose. Asked
 * again, it is made anew from the frozen rows and the frozen template, seen to be the same byte for byte, and the kept file
 * is answered; what comes out otherwise is never sent.
 */
export async function exportList(
  tx: Tx,
  vault: Vault,
  { listId, purpose, actor, now }: ListExporting,
): Promise<{ list: ProvinceList; fileName: string; bytes: Uint8Array; first: boolean }> {
  const unlocked = await findList(tx, listId)
  await holdFreezes(tx, unlocked ? [unlocked.organisationId] : [])
  const list = await lockList(tx, listId)
  if (!list) throw new Problem('not-found', words.listMissing)
  const kept = await findExport(tx, listId)
  if (!kept && list.status !== 'second-passed')
    throw new Problem('conflict', words.notToExport(list.status), { code: 'not-passed' })
  const obstacle = kept ? undefined : await obstacleOnList(tx, list)
  if (obstacle) throw obstacle
  const template = (kept?.template ??
    parametersOn(tx.district, civilDateOf(now)).get('province.listTemplate').value) as ListTemplate
  const bytes = await bytesOf(tx, vault, list, template)
  if (kept) {
    const file = await seenToBe(tx, vault, kept, bytes)
    await told(tx, list, kept, { purpose, actor, now })
    return { list, ...file, first: false }
  }

  const name = provinceListName(template, { number: list.number, date: civilDateOf(now) })
  const sealed = await keepFile(tx, vault, {
    id: newId(),
    name,
    mediaType: mediaTypeOf(name),
    bytes,
    createdBy: actor.accountId,
  })
  const file: ProvinceExport = {
    id: newId(),
    listId,
    fileId: sealed.id,
    name,
    sha256: sealed.sha256,
    template,
    purpose,
    accountId: actor.accountId,
    at: now,
  }
  await insertExport(tx, file)
  await moveList(tx, list, 'export', { personId: actor.personId, at: now })
  await told(tx, list, file, { purpose, actor, now })
  return { list, fileName: name, bytes, first: true }
}

/** The due of the list, opened: nobody held or refused is told to the province. */
async function bytesOf(tx: Tx, vault: Vault, list: ProvinceList, template: ListTemplate): Promise<Uint8Array> {
  const people = await listListPeople(tx, list.id)
  const { contentSha256, status: _, ...content } = list
  if (!listHash(content, people).equals(contentSha256)) throw new Problem('conflict', words.contentChanged)
  const due = people.filter((person) => person.standing === 'due')
  const numbers = await openIdentityNumbers(
    tx,
    vault,
    due.map((person) => person.personId),
  )
  const accounts = await openBankAccounts(
    tx,
    vault,
    due.map((person) => person.bankAccountId),
  )
  const opened = due.map((person) => {
    const [identityNumber, account] = [numbers.get(person.personId), accounts.get(person.bankAccountId)]
    if (!identityNumber || !account) throw new Error(`the person of ${person.reference} cannot be opened`)
    const { holderName: name, bankName, accountNumber } = account
    return { ...person, name, identityNumber, bankName, accountNumber }
  })
  return provinceListBytes(opened, { groupTitle: list.title, organisation: list.organisationName }, template)
}

async function seenToBe(tx: Tx, vault: Vault, kept: ProvinceExport, bytes: Uint8Array) {
  const file = await findFile(tx, vault, kept.fileId)
  if (!file || !kept.sha256.equals(sha256(bytes)) || !sha256(file.bytes).equals(kept.sha256))
    throw new Problem('conflict', words.contentChanged, { code: 'content-changed' })
  return { fileName: kept.name, bytes: file.bytes as Uint8Array }
}

async function told(
  tx: Tx,
  list: ProvinceList,
  file: ProvinceExport,
  { purpose, actor, now }: Omit<ListExporting, 'listId'>,
): Promise<void> {
  await recordAct(tx, {
    id: newId(),
    act: 'province-list.handed-out',
    subjectKind: 'province-list',
    subjectId: list.id,
    actor,
    at: now,
    detail: { number: list.number, people: list.headCount, purpose, sha256: file.sha256.toString('hex') },
  })
}
