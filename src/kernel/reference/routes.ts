import { Problem } from '../../platform/contract/public.ts'
import { type Route, route } from '../../platform/http/public.ts'
import { findHeader, readGrid, textAt, UnreadableFile } from '../../platform/office/public.ts'
import { recordAct } from '../record/public.ts'
import * as contract from './contract.ts'
import { occupationsFrom } from './occupation-list.ts'
import {
  changeCalendarDay,
  listCalendar,
  listCodes,
  listOccupations,
  listTowns,
  officialCalendar,
  saveOccupations,
} from './store.ts'
import { words } from './words.ts'

const OCCUPATION_COLUMNS = [
  { key: 'code', names: ['职业编码', '职业代码', '编码'], required: true },
  { key: 'name', names: ['职业名称', '职业'], required: true },
  { key: 'trade', names: ['工种', '工种名称'] },
] as const

const MOST_OCCUPATIONS = 20_000

export function referenceRoutes(): Route[] {
  return [
    route(contract.listTowns, async ({ tx }) => ({ towns: await listTowns(tx) })),

    route(contract.listOccupations, async ({ tx, query }) => {
      const items = await listOccupations(tx, {
        limit: query.limit,
        ...(query.search ? { search: query.search } : {}),
        ...(query.after ? { after: query.after } : {}),
      })
      return { items, next: items.length === query.limit ? items.at(-1)!.id : null }
    }),

    route(contract.importOccupations, async ({ tx, actor, query, file, now, newId }) => {
      const rows = await occupationRows(file, query.fileName)
      const { occupations, problems } = occupationsFrom(rows, query.edition)
      if (problems.length > 0) throw new Problem('not-acceptable', words.badRows, { items: problems.slice(0, 200) })
      if (occupations.length === 0) throw new Problem('not-acceptable', words.noRows)
      await saveOccupations(tx.db, occupations)
      await recordAct(tx, {
        id: newId(),
        act: 'occupations.imported',
        subjectKind: 'account',
        subjectId: actor.accountId,
        actor,
        at: now,
        detail: { edition: query.edition, count: occupations.length },
      })
      return { saved: occupations.length }
    }),

    route(contract.listCodes, async ({ tx, params }) => ({
      codes: (await listCodes(tx, params.list)).map((code) => ({ ...code, synonyms: [...code.synonyms] })),
    })),

    route(contract.readCalendar, async ({ tx, query }) => {
      const days = (await listCalendar(tx)).filter((day) => day.day.startsWith(`${query.year}-`))
      return { years: [...(await officialCalendar(tx)).years], days }
    }),

    route(contract.changeCalendar, async ({ tx, actor, params, body, now, newId }) => {
      await changeCalendarDay(tx, {
        id: newId(),
        day: params.day,
        kind: body.kind,
        reason: body.reason,
        accountId: actor.accountId,
      })
      await recordAct(tx, {
        id: newId(),
        act: 'calendar.changed',
        subjectKind: 'account',
        subjectId: actor.accountId,
        actor,
        at: now,
        detail: { day: params.day, kind: body.kind, reason: body.reason },
      })
      return { day: params.day, kind: body.kind, name: body.reason, changedHere: true }
    }),
  ]
}

async function occupationRows(file: Buffer, fileName: string) {
  const grid = await readGrid(file, { fileName, maxRows: MOST_OCCUPATIONS }).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new Problem('not-acceptable', error.sentence, { code: error.code }) : error
  })
  const header = findHeader(grid, OCCUPATION_COLUMNS)
  if (!header || header.missing.length > 0) throw new Problem('not-acceptable', words.missingColumns)
  const cell = (row: (typeof header.bodyRows)[number], key: 'code' | 'name' | 'trade') => {
    const column = header.columnOf.get(key)
    return column === undefined ? '' : textAt(row, column)
  }
  return header.bodyRows.map((row) => ({
    row: row.row,
    code: cell(row, 'code'),
    name: cell(row, 'name'),
    trade: cell(row, 'trade'),
  }))
}
