import type { Sentence } from '../../../platform/contract/public.ts'
import type { Trail, TrailLink } from '../../record/public.ts'
import { fenFromText, formatYuan } from '../../values/public.ts'
import { findImport } from './import-store.ts'
import { findList, listListPeople } from './list-store.ts'
import { pageWords } from './page-words.ts'
import { type DifferenceLink, findImportOfDifference, findLine, listDifferencesOn } from './lines-store.ts'

/** A step lists at most so many differences; the page of the reconciliation lists all. */
const MOST_LINKS = 200

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
      leadsTo: (await listDifferencesOn(tx, { kind: 'province-list', id }, MOST_LINKS)).map(differenceLink),
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
      leadsTo: (await listDifferencesOn(tx, { kind: 'province-import', id }, MOST_LINKS)).map(differenceLink),
    }
  },
}

export const differenceLink = ({ id, kind, maskedName }: DifferenceLink): TrailLink => ({
  kind: 'province-difference',
  id,
  title: { zh: `${maskedName}:${pageWords.kinds[kind].zh}`, en: `${maskedName}: ${pageWords.kinds[kind].en}` },
})

/** A line on which both sides differ: what each says, and how somebody settled it. The bureau's alone. */
const differenceTrail: Trail = {
  kind: 'province-difference',
  async describe(tx, id) {
    const line = await findLine(tx, id)
    if (!line) return undefined
    const { here, there, other, settlement, state } = line
    const file = await findImportOfDifference(tx, id)
    const { columns } = pageWords
    return {
      kind: 'province-difference',
      id,
      organisationId: null,
      title: differenceLink(line).title,
      says: [
        { label: columns.identity, value: plain(line.maskedIdentity) },
        ...(here
          ? [
              { label: columns.reference, value: plain(here.reference) },
              { label: columns.hereFen, value: yuan(fenFromText(here.amountFen)) },
            ]
          : []),
        ...(there
          ? [
              { label: columns.theirReference, value: plain(there.reference) },
              { label: columns.thereState, value: pageWords.states[there.state] },
              { label: columns.thereFen, value: yuan(fenFromText(there.paidFen ?? there.amountFen)) },
            ]
          : []),
        ...(other ? [{ label: columns.other, value: other.label }] : []),
        { label: columns.status, value: pageWords.lineStates[state] },
        ...(settlement
          ? [
              { label: pageWords.outcomes[settlement.outcome], value: plain(settlement.reason) },
              ...(settlement.document ? [{ label: columns.settledBy, value: plain(settlement.document) }] : []),
            ]
          : []),
      ],
      restsOn: [
        ...(here ? [{ kind: 'province-list', id: here.listId, title: pageWords.openList(here.listNumber) }] : []),
        ...(file
          ? [
              {
                kind: 'province-import',
                id: file.id,
                title: { zh: `省平台文件 ${file.fileName}`, en: `The province’s file ${file.fileName}` },
              },
            ]
          : []),
        ...(other ? [{ kind: other.kind, id: other.id, title: other.label }] : []),
      ],
      leadsTo: [],
    }
  },
}

export const provinceTrails: readonly Trail[] = [listTrail, importTrail, differenceTrail]
