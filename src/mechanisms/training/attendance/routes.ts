import type { Vault } from '../../../platform/crypto/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { civilDateOf, newId } from '../../../kernel/values/public.ts'
import { getClassRow } from '../classes/public-to-room.ts'
import { peopleOfClass, type Sent, type SheetFeature, takeSheet } from '../sheets/importing.ts'
import { markedWorkbook, pageOfUploads } from '../sheets/uploads.ts'
import { listSessions } from '../timetable/store.ts'
import { attendanceUploads, openMarkedAttendance, uploadAttendance } from './contract.ts'
import { judgeAttendance, readAttendance, type SignRead } from './rules.ts'
import { insertSheet } from './store.ts'

const KIND = 'attendance'

export function attendanceRoutes(needs: { vault: Vault }): Route[] {
  const { vault } = needs
  return [
    route(uploadAttendance, async ({ tx, actor, params, query, file, now }) => {
      const { classId } = params
      const sent = { tx, vault, actor, now, classId, fileName: query.fileName, bytes: file, issuedOn: null }
      return takeSheet(sent, attendanceFeature(sent))
    }),

    route(attendanceUploads, async ({ tx, actor, params, query }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      return pageOfUploads(tx, { classId: id, kind: KIND }, query)
    }),

    route(openMarkedAttendance, async ({ tx, actor, params, now }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      return markedWorkbook(tx, vault, { classId: id, kind: KIND, uploadId: params.uploadId, actor, now })
    }),
  ]
}

function attendanceFeature({ tx, vault, actor, now }: Sent): SheetFeature<readonly SignRead[]> {
  return {
    kind: KIND,
    async judge(grid, ofClass) {
      const read = readAttendance(grid, civilDateOf(now))
      if ('unfit' in read) return read
      const numbers = read.rows.flatMap((row) => row.identity ?? [])
      return judgeAttendance(read, {
        startsOn: ofClass.startsOn,
        endsOn: ofClass.endsOn,
        sessions: await listSessions(tx, ofClass.id),
        ...(await peopleOfClass(tx, vault, ofClass.id, numbers)),
        marks: parametersOn(tx.district, ofClass.endsOn).get('attendance.marks').value,
      })
    },
    keep: ({ id, fileId }, signs, ofClass) =>
      insertSheet(
        tx,
        { id, fileId, classId: ofClass.id, accountId: actor.accountId, at: now },
        signs.map((sign) => ({ ...sign, id: newId() })),
      ),
  }
}
