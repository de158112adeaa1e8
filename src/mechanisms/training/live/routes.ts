import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { getClassRow } from '../classes/public-to-room.ts'
import { postsOf } from '../rosters/showing.ts'
import { listRoster } from '../rosters/listing.ts'
import { refusals as sheetRefusals } from '../sheets/words.ts'
import { findSession, listSessions } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { drawAttendance, liveOfClass, type LiveOfSession, liveOfSession, openClassPhoto } from './contract.ts'
import { drawSheet } from './drawing.ts'
import { liveTerms } from './holding.ts'
import { minuteOn } from './rules.ts'
import { deviceTail, standingsOf, timeOfDay } from './state.ts'
import { findLiveSession, findLiveSessionOf, listLiveSessions } from './store.ts'
import { findPhoto, listPhotos, listPhotosOfClass } from './photo-store.ts'
import { listLiveSigns, listLiveSignsOfClass } from './sign-store.ts'
import { listRefusalsOfClass } from './refusal-store.ts'

export function liveRoutes({ vault }: { vault: Vault }): Route[] {
  return [
    route(liveOfClass, async ({ tx, actor, params }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      const roster = await listRoster(tx, id)
      const live = new Map((await listLiveSessions(tx, id)).map((each) => [each.sessionId, each]))
      const [signs, photos, refused] = [
        await listLiveSignsOfClass(tx, id),
        await listPhotosOfClass(tx, id),
        await listRefusalsOfClass(tx, id),
      ]
      const sessions = (await listSessions(tx, id)).map((session) => {
        const held = live.get(session.id)
        const isHere = (each: { readonly liveSessionId: string }) => each.liveSessionId === held?.id
        const people = standingsOf(roster, signs.filter(isHere))
        const { lateAfter } = liveTerms(tx, session)
        const count = (met: (person: (typeof people)[number]) => unknown) => people.filter(met).length
        return {
          sessionId: session.id,
          day: session.day,
          from: timeText(session.startMinute),
          to: timeText(session.endMinute),
          phase: held?.phase ?? null,
          in: count((person) => person.in),
          late: count((person) => person.in && person.in.minutesLate > lateAfter),
          out: count((person) => person.out),
          leave: count((person) => person.leave && !person.in),
          missing: count((person) => !person.in && !person.leave),
          photos: photos.filter(isHere).length,
          refusals: refused.filter(isHere).length,
        }
      })
      return { people: roster.length, sessions, hasLive: live.size > 0 }
    }),

    route(liveOfSession, async ({ tx, actor, params }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      const session = await findSession(tx, params.sessionId)
      if (session?.classId !== id) throw new Problem('not-found', httpWords.notFound)
      return sessionShown(tx, id, session)
    }),

    route(openClassPhoto, async ({ tx, actor, params, now }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      const photo = await findPhoto(tx, params.photoId)
      const live = photo && (await findLiveSession(tx, photo.liveSessionId))
      const file = photo && live?.classId === id ? await findFile(tx, vault, photo.fileId) : undefined
      if (!photo || !file) throw new Problem('not-found', httpWords.notFound)
      const detail = { photoId: photo.id, fileId: file.id }
      const subject = { subjectKind: 'class', subjectId: id }
      await recordAct(tx, { id: newId(), act: 'class-photo.opened', ...subject, actor, at: now, detail })
      return { fileName: file.name, bytes: file.bytes }
    }),

    route(drawAttendance, async ({ tx, actor, params, now }) => {
      const { id, organisationId } = await getClassRow(tx, actor, params.classId)
      if (organisationId !== actor.organisationId) throw new Problem('forbidden', sheetRefusals.onlyItsProvider)
      return drawSheet(tx, vault, id, { by: actor, now })
    }),
  ]
}

async function sessionShown(
  tx: Tx,
  classId: string,
  session: NonNullable<Awaited<ReturnType<typeof findSession>>>,
): Promise<LiveOfSession> {
  const roster = await listRoster(tx, classId)
  const held = await findLiveSessionOf(tx, session.id)
  const signs = held ? await listLiveSigns(tx, held.id) : []
  const refused = (await listRefusalsOfClass(tx, classId)).filter(({ liveSessionId }) => liveSessionId === held?.id)
  const postOf = await postsOf(
    tx,
    signs.flatMap(({ operator }) => operator?.accountId ?? []),
  )
  const called = new Map(roster.map(({ enrolmentId, seq, maskedName }) => [enrolmentId, `${seq} ${maskedName}`]))
  const people = roster.map(({ enrolmentId, seq, maskedName }) => ({
    enrolmentId,
    seq,
    maskedName,
    signs: signs
      .filter((sign) => sign.enrolmentId === enrolmentId)
      .map((sign) => ({
        id: sign.id,
        kind: sign.kind,
        method: sign.method,
        at: sign.signedAt.toISOString(),
        time: timeOfDay(minuteOn(session.day, sign.businessAt)),
        device: deviceTail(sign.device),
        quality: sign.quality,
        minutesLate: sign.minutesLate,
        reason: sign.reason,
        by: sign.operator ? postOf(sign.operator.accountId) : null,
        struck: sign.struck?.reason ?? null,
      })),
  }))
  const isMissing = (person: (typeof people)[number]) => !person.signs.some(({ struck }) => struck === null)
  return {
    sessionId: session.id,
    // The missing on top.
    people: people.toSorted((a, b) => Number(isMissing(b)) - Number(isMissing(a)) || a.seq - b.seq),
    photos: held
      ? (await listPhotos(tx, held.id)).map(({ id, businessAt }) => ({ id, at: businessAt.toISOString() }))
      : [],
    refusals: refused.map(({ id, businessAt, enrolmentId, why, device, otherEnrolmentId }) => ({
      id,
      at: businessAt.toISOString(),
      who: called.get(enrolmentId ?? '') ?? null,
      why,
      device: deviceTail(device),
      otherThan: called.get(otherEnrolmentId ?? '') ?? null,
    })),
  }
}
