import type { Sentence } from '../../../platform/contract/public.ts'
import type { Trail } from '../../record/public.ts'
import { formatYuan } from '../../values/public.ts'
import { findImport } from './import-store.ts'
import { findList, listListPeople } from './list-store.ts'
import { pageWords } from './page-words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })
const yuan = (fen: bigint): Sentence => ({ zh: `${formatYuan(fen)} 元`, en: `¥${formatYuan(fen)}` })

/** A pre-checked list rests on the decisions of those due on it. */
const listTrail: Trail = {
  kind: 'province-list',
  async describe(tx, id) {
    const list = await findList(tx, id)
    if (!list) return undefined
    const due = (await listListPeople(tx, id)).filter((person) => person.standing === 'due')
    const { columns } = pageWords
    return {
      kind: 'province-list',
      id,
      organisationId: list.organisationId,
      title: pageWords.openList(list.number),
      says: [
        { label: columns.title, value: plain(list.title) },
        { label: columns.organisation, value: plain(list.organisationName) },
        { label: columns.scheme, value: list.schemeTitle },
        { label: columns.amount, value: yuan(list.amountFen) },
        { label: columns.status, value: pageWords.status[list.status] },
      ],
      restsOn: due.map((person) => ({
        kind: 'decision',
        id: person.decisionId,
        title: plain(`${person.reference} ${person.maskedName}`),
      })),
      leadsTo: [],
    }
  },
}

/** A file of the province: where what it said of somebody was read. */
const importTrail: Trail = {
  kind: 'province-import',
  async describe(tx, id) {
    const file = await findImport(tx, { id })
    if (!file) return undefined
    const { columns } = pageWords
    return {
      kind: 'province-import',
      id,
      organisationId: null,
      title: { zh: `省平台文件 ${file.fileName}`, en: `The province’s file ${file.fileName}` },
      says: [
        { label: columns.asOf, value: plain(file.asOf) },
        { label: columns.lines, value: plain(String(file.rowCount)) },
        { label: columns.paid, value: yuan(file.paidFen) },
      ],
      restsOn: [],
      leadsTo: [],
    }
  },
}

export const provinceTrails: readonly Trail[] = [listTrail, importTrail]
