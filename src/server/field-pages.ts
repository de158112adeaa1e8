import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import QRCode from 'qrcode'
import { authenticate, ROLES, type Role } from '../kernel/access/public.ts'
import type { District } from '../kernel/reference/public.ts'
import { civilDateOf, isUuid } from '../kernel/values/public.ts'
import { listRoomsById } from '../mechanisms/training/agreements/store.ts'
import { halfOf } from '../mechanisms/training/attendance/session-columns.ts'
import { findLatestSheet } from '../mechanisms/training/attendance/store.ts'
import { classTitles, listClassRows } from '../mechanisms/training/classes/public-to-room.ts'
import { codeAt, digitsAt, untilNextMs } from '../mechanisms/training/live/code.ts'
import { drawWhenOver } from '../mechanisms/training/live/drawing.ts'
import {
  addPhoto,
  callRoll,
  getHeld,
  type Held,
  type Holding,
  moveSession,
  openSession,
  sessionsToday,
  signAssisted,
  signByCard,
  strikeSign,
} from '../mechanisms/training/live/holding.ts'
import { clockOff, minuteOn, windowFor } from '../mechanisms/training/live/rules.ts'
import { deviceTail, type Standing, standingsOf, stateOf, timeOfDay } from '../mechanisms/training/live/state.ts'
import { findLiveSessionOf } from '../mechanisms/training/live/store.ts'
import { type KeptLiveSign, listLiveSigns } from '../mechanisms/training/live/sign-store.ts'
import { listPhotos } from '../mechanisms/training/live/photo-store.ts'
import { ASSIST_REASONS, holding, METHOD_WORDS, KIND_WORDS, sessionText } from '../mechanisms/training/live/words.ts'
import { listRoster } from '../mechanisms/training/rosters/listing.ts'
import type { SessionRow } from '../mechanisms/training/timetable/store.ts'
import { timeText } from '../mechanisms/training/timetable/times.ts'
import { deskThenBack, type Locale, Problem, PROBLEM_STATUS, say, type Sentence } from '../platform/contract/public.ts'
import type { Vault } from '../platform/crypto/public.ts'
import { type Db, inDistrict, type Tx } from '../platform/db/public.ts'
import { type Actor, refuseCrossSite } from '../platform/http/public.ts'
import type { FieldSite, PersonShown, Said, Screen, SessionData, SessionShown } from '../web/field/data.ts'
import {
  renderAssist,
  renderAssistOne,
  renderCard,
  renderFieldNote,
  renderLivePart,
  renderPeople,
  renderPhoto,
  renderRoll,
  renderSession,
  renderToday,
} from '../web/field/pages.ts'
import { FIELD_SCRIPT } from '../web/field/script.ts'
import { words } from '../web/field/words.ts'
import { deviceOf, deviceTimeIn } from './device.ts'
import { type Form, sentForm, takeForms } from './forms.ts'
import { readMultipart } from './multipart.ts'
import { isOurForm, marksFor } from './resident-session.ts'

export type FieldNeeds = {
  readonly db: Db
  readonly vault: Vault
  readonly districts: readonly District[]
  readonly maxUploadBytes: number
  readonly origin: string | null
}

/** Somebody signed in asks for a page about one session, or about today. */
type Ask = {
  readonly tx: Tx
  readonly who: Holding
  readonly actor: Actor
  readonly site: FieldSite
  readonly sessionId: string
  readonly request: FastifyRequest
  readonly vault: Vault
  readonly origin: string | null
}

/** What a page answers: HTML, where to go next, or (205) that what is shown is no longer so. */
type Answer = { readonly html: string; readonly status?: number } | { readonly to: string } | { readonly status: 205 }

/**
 * 今天: what an instructor does before the class, on a phone or a tablet: the code, the roll, the card, signing for
 * somebody, a photo, the end. Server-rendered; a script only renews what is shown.
 */
export function serveFieldPages(app: FastifyInstance, needs: FieldNeeds): void {
  const known = new Map(needs.districts.map((district) => [String(district.district), district]))
  app.get('/field/live.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(FIELD_SCRIPT),
  )
  void app.register(async (scope) => {
    takeForms(scope)
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: needs.maxUploadBytes },
      (_request, body, done) => done(null, body),
    )
    const page = (path: string, show: (ask: Ask) => Promise<Answer>) =>
      scope.get(`/:district/today${path}`, (request, reply) => answer(request, reply, show, null))
    const form = (path: string, take: (ask: Ask, form: Form, file: Buffer | null) => Promise<Answer>) =>
      scope.post(`/:district/today${path}`, async (request, reply) => {
        refuseCrossSite(request)
        const sent = formIn(request)
        return answer(request, reply, (ask) => take(ask, sent.fields, sent.file), sent.fields)
      })
    page('', today)
    page('/:sessionId', (ask) => sessionPage(ask, saidIn(ask.request)))
    page('/:sessionId/screen', screenPart)
    page('/:sessionId/roll', (ask) => rollPage(ask, null))
    page('/:sessionId/card', (ask) => cardPage(ask, null))
    page('/:sessionId/assist', (ask) => assistPage(ask, null))
    page('/:sessionId/photo', (ask) => photoPage(ask, null))
    page('/:sessionId/people', (ask) => peoplePage(ask, null))
    form('/:sessionId/open', async (ask) => {
      await openSession(ask.tx, ask.who, ask.sessionId)
      return toSession(ask)
    })
    form('/:sessionId/phase', async (ask, { to }) => {
      if (to !== 'in' && to !== 'out' && to !== 'closed') return toSession(ask)
      const { ofClass } = await moveSession(ask.tx, ask.who, ask.sessionId, to)
      if (to === 'closed') await drawWhenOver(ask.tx, ask.vault, ofClass.id, { by: ask.actor, now: ask.who.now })
      return toSession(ask)
    })
    form('/:sessionId/roll', async (ask, { who = '' }) => {
      const ids = who.split(',').filter(isUuid)
      if (ids.length === 0) return rollPage(ask, wrong(holding.nobody))
      return toSession(ask, `done=${await callRoll(ask.tx, ask.who, ask.sessionId, ids)}`)
    })
    form('/:sessionId/card', async (ask, { number = '' }) => {
      const done = await signByCard(ask.tx, ask.vault, ask.who, ask.sessionId, number)
      return cardPage(
        ask,
        'refused' in done ? wrong(done.refused) : right(holding.doneOne(done.entry.maskedName, done.sign.minutesLate)),
      )
    })
    form('/:sessionId/assist', async (ask, { who = '', kind, reason = '', other = '' }) => {
      if (!isUuid(who) || (kind !== 'in' && kind !== 'out' && kind !== 'leave')) return assistPage(ask, null)
      const why = other.trim() === '' ? reason : other
      const done = await signAssisted(ask.tx, ask.who, ask.sessionId, { enrolmentId: who, kind, reason: why })
      return 'refused' in done ? assistPage(ask, wrong(done.refused), who) : toSession(ask, 'done=1')
    })
    form('/:sessionId/photo', async (ask, _fields, file) => {
      const refused = await addPhoto(ask.tx, ask.vault, ask.who, ask.sessionId, file ?? Buffer.alloc(0))
      return refused ? photoPage(ask, wrong(refused)) : toSession(ask, 'done=photo')
    })
    form('/:sessionId/strike', async (ask, { sign = '', reason = '' }) => {
      const given = { signId: isUuid(sign) ? sign : ask.sessionId, reason }
      const refused = await strikeSign(ask.tx, ask.who, ask.sessionId, given)
      return peoplePage(ask, refused ? wrong(refused) : right(words.struckDone))
    })
  })

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (ask: Ask) => Promise<Answer>,
    form: Form | null,
  ) => {
    const { district: code = '', sessionId = '' } = request.params as Record<string, string | undefined>
    const locale = localeOf(request, reply)
    const district = known.get(code)
    if (!district || (sessionId !== '' && !isUuid(sessionId))) return reply.callNotFound()
    const note = (
      status: number,
      title: Sentence,
      sentence: Sentence,
      link: { href: string; label: Sentence } | null,
    ) => sendHtml(reply, renderFieldNote({ locale, district: district.district, title, sentence, link }), status)
    const toToday = { href: `/${code}/today`, label: words.toToday }
    if (form && !isOurForm(request, needs.vault, form.token)) return note(403, words.cannot, words.expired, toToday)
    const device = deviceOf(request, reply, needs.vault)
    const { token } = marksFor(request, reply, needs.vault)
    try {
      const answered = await inDistrict(
        needs.db,
        district.district,
        async (tx): Promise<Answer | undefined> => {
          const actor = await authenticate(tx, request)
          if (!actor) return undefined
          const role = actor.roles[0] as Role | undefined
          const site: FieldSite = {
            locale,
            district: district.district,
            businessDate: district.demonstration ? civilDateOf(tx.now) : null,
            token,
            who: role ? say(ROLES[role], locale) : '',
          }
          const who = { actor, device, deviceAt: deviceTimeIn(form?.at), now: tx.now }
          const { vault, origin } = needs
          return work({ tx, who, actor, site, sessionId, request, vault, origin })
        },
        { readOnly: form === null },
      )
      if (!answered)
        return note(401, words.signIn, words.signInHint, {
          href: deskThenBack(code, form ? `/${code}/today${isUuid(sessionId) ? `/${sessionId}` : ''}` : request.url),
          label: words.toConsole,
        })
      if ('to' in answered) return reply.redirect(answered.to, 303)
      if (!('html' in answered)) return reply.code(205).send()
      return sendHtml(reply, answered.html, answered.status ?? 200)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const title = error.kind === 'not-found' ? words.notHere : words.cannot
      const link =
        isUuid(sessionId) && error.kind !== 'not-found'
          ? { href: `/${code}/today/${sessionId}`, label: words.back }
          : toToday
      return note(PROBLEM_STATUS[error.kind], title, error.sentence, link)
    }
  }
}

function sendHtml(reply: FastifyReply, html: string, status: number): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

/** The fields of a form and its file, by either way a browser sends them. */
function formIn(request: FastifyRequest): { fields: Form; file: Buffer | null } {
  if (!Buffer.isBuffer(request.body)) return { fields: sentForm(request), file: null }
  return readMultipart(request.headers['content-type'] ?? '', request.body) ?? { fields: {}, file: null }
}

/** The language asked for in the address, which is kept as the console keeps it, or the one kept. */
function localeOf(request: FastifyRequest, reply: FastifyReply): Locale {
  const { lang } = request.query as { lang?: unknown }
  if (lang === 'en' || lang === 'zh') {
    reply.header('set-cookie', [`lang=${lang}; Path=/; SameSite=Lax; Max-Age=31536000`])
    return lang
  }
  return /(?:^|;\s*)lang=en(?:;|$)/.test(request.headers.cookie ?? '') ? 'en' : 'zh'
}

const wrong = (sentence: Sentence): Said => ({ sentence, isWrong: true })
const right = (sentence: Sentence): Said => ({ sentence, isWrong: false })

/** What was done just before, as the address says it. */
function saidIn(request: FastifyRequest): Said | null {
  const { done } = request.query as { done?: unknown }
  if (done === 'photo') return right(words.photoDone)
  return typeof done === 'string' && /^\d{1,4}$/.test(done) ? right(holding.done(Number(done))) : null
}

const toSession = ({ site, sessionId }: Ask, query = ''): Answer => ({
  to: `/${site.district}/today/${sessionId}${query ? `?${query}` : ''}`,
})

async function shown(tx: Tx, rows: readonly SessionRow[]): Promise<SessionShown[]> {
  const rooms = await listRoomsById(
    tx,
    rows.map(({ roomId }) => roomId),
  )
  const held = new Map<string, Held['live']>()
  for (const { id } of rows) held.set(id, await findLiveSessionOf(tx, id))
  const classes = await listClassRows(
    tx,
    rows.map(({ classId }) => classId),
  )
  const titles = await classTitles(tx, [...classes.values()])
  return rows.map((row) => ({
    id: row.id,
    title: titles.get(row.classId) ?? { zh: '', en: '' },
    when: sessionText(row.day, halfOf(row.startMinute), timeText(row.startMinute), timeText(row.endMinute)),
    room: rooms.get(row.roomId)?.name ?? '',
    phase: held.get(row.id)?.phase ?? 'not-open',
  }))
}

/** Opens on the session that is on: the open one, or the first that is not over yet. */
async function today(ask: Ask): Promise<Answer> {
  const rows = await sessionsToday(ask.tx, ask.who)
  const sessions = await shown(ask.tx, rows)
  const open = rows.find((_, at) => sessions[at]?.phase === 'in' || sessions[at]?.phase === 'out')
  const next = open ?? rows.find((row) => minuteOn(row.day, ask.who.now) < row.endMinute) ?? rows.at(-1)
  if (!next) return { html: renderToday({ ...ask.site, sessions }) }
  return sessionPage({ ...ask, sessionId: next.id }, null)
}

const QR = { type: 'svg', margin: 2, errorCorrectionLevel: 'M' } as const

async function screenOf(ask: Ask, live: NonNullable<Held['live']>): Promise<Screen> {
  const { people } = await stateOf(ask.tx, live)
  const kind = live.phase === 'out' ? 'out' : 'in'
  const of = { district: ask.tx.district, liveSessionId: live.id, phase: kind } as const
  const now = Date.now()
  const base = `${ask.origin ?? `${ask.request.protocol}://${ask.request.host}`}/${ask.tx.district}/sign`
  const missing = people.filter((person) => !person[kind] && !person.leave && (kind === 'in' || person.in))
  const scan = `${base}/${codeAt(ask.vault, of, now)}`
  return {
    scan,
    qr: `data:image/svg+xml,${encodeURIComponent(await QRCode.toString(scan, QR))}`,
    digits: digitsAt(ask.vault, of, now),
    address: base.replace(/^https?:\/\//, ''),
    changesIn: Math.ceil(untilNextMs(now) / 1000),
    signed: people.filter((person) => person[kind]).length,
    people: kind === 'out' ? people.filter((person) => person.in).length : people.length,
    missing: missing.map(({ entry }) => ({ id: entry.enrolmentId, seq: entry.seq, name: entry.maskedName })),
  }
}

const isSigning = (live: Held['live']): live is NonNullable<Held['live']> =>
  live !== undefined && live.phase !== 'closed'

async function sessionPage(ask: Ask, said: Said | null): Promise<Answer> {
  const { tx, site, who } = ask
  const { session, live, terms, ofClass } = await getHeld(tx, ask.actor, ask.sessionId)
  const rows = await sessionsToday(tx, who)
  const [own] = await shown(tx, [session])
  const standings = live ? (await stateOf(tx, live)).people : standingsOf(await listRoster(tx, session.classId), [])
  const from = windowFor('out', session, terms).from
  const clock = live && who.actor.accountId === live.accountId ? clockOff(live.deviceAt, live.openedAt) : null
  const drawn = live?.phase === 'closed' ? await findLatestSheet(tx, ofClass.id) : undefined
  const data: SessionData = {
    ...site,
    session: own!,
    others: await shown(
      tx,
      rows.filter(({ id }) => id !== session.id),
    ),
    screen: isSigning(live) ? await screenOf(ask, live) : null,
    said: said ?? (clock === null ? null : wrong(holding.clockOff(clock))),
    photos: live ? (await listPhotos(tx, live.id)).length : 0,
    outFrom: minuteOn(session.day, who.now) < from ? timeOfDay(from) : null,
    counts: {
      people: standings.length,
      in: standings.filter((each) => each.in).length,
      out: standings.filter((each) => each.out).length,
      leave: standings.filter((each) => each.leave && !each.in).length,
    },
    sheet: drawn?.method === 'live' ? words.sheetDrawn : null,
  }
  return { html: renderSession(data) }
}

async function screenPart(ask: Ask): Promise<Answer> {
  const { session, live } = await getHeld(ask.tx, ask.actor, ask.sessionId)
  if (!isSigning(live)) return { status: 205 }
  const [own] = await shown(ask.tx, [session])
  const { locale, district } = ask.site
  return { html: renderLivePart({ locale, district, session: own!, screen: await screenOf(ask, live) }) }
}

type Opened = {
  readonly session: SessionRow
  readonly own: SessionShown
  readonly live: NonNullable<Held['live']>
  readonly people: readonly Standing[]
}

/** A session that is opened; the pages of signing lead back to it where it is not. */
async function opened(ask: Ask): Promise<Opened | Answer> {
  const { session, live } = await getHeld(ask.tx, ask.actor, ask.sessionId)
  if (!live) return toSession(ask)
  const [own] = await shown(ask.tx, [session])
  return { session, own: own!, live, people: (await stateOf(ask.tx, live)).people }
}

const personOf = ({ entry }: Standing, signs: PersonShown['signs'] = []): PersonShown => ({
  id: entry.enrolmentId,
  seq: entry.seq,
  name: entry.name,
  signs,
})

/** Who has not signed yet what is signed now. */
const missingOf = ({ own, people }: Opened): Standing[] => {
  const kind = own.phase === 'out' ? 'out' : 'in'
  return people.filter((person) => !person[kind] && !person.leave && (kind === 'in' || person.in))
}

const signedOf = ({ own, people }: Opened): number =>
  people.filter((person) => person[own.phase === 'out' ? 'out' : 'in']).length

async function rollPage(ask: Ask, said: Said | null): Promise<Answer> {
  const at = await opened(ask)
  if (!('own' in at)) return at
  const missing = missingOf(at).map((each) => personOf(each))
  return {
    html: renderRoll({ ...ask.site, session: at.own, missing, signed: signedOf(at), said }),
    status: said ? 422 : 200,
  }
}

async function cardPage(ask: Ask, said: Said | null): Promise<Answer> {
  const at = await opened(ask)
  if (!('own' in at)) return at
  const html = renderCard({ ...ask.site, session: at.own, said, signed: signedOf(at), people: at.people.length })
  return { html, status: said?.isWrong ? 422 : 200 }
}

async function assistPage(ask: Ask, said: Said | null, of?: string): Promise<Answer> {
  const at = await opened(ask)
  if (!('own' in at)) return at
  const asked = of ?? (ask.request.query as { who?: unknown }).who
  const person = at.people.find(({ entry }) => entry.enrolmentId === asked)
  if (!person) {
    const missing = missingOf(at).map((each) => personOf(each))
    return { html: renderAssist({ ...ask.site, session: at.own, missing }) }
  }
  const html = renderAssistOne({
    ...ask.site,
    session: at.own,
    person: personOf(person),
    reasons: ASSIST_REASONS,
    mayLeave: !person.in,
    said,
  })
  return { html, status: said ? 422 : 200 }
}

async function photoPage(ask: Ask, said: Said | null): Promise<Answer> {
  const at = await opened(ask)
  if (!('own' in at)) return at
  const photos = (await listPhotos(ask.tx, at.live.id)).length
  return { html: renderPhoto({ ...ask.site, session: at.own, said, photos }), status: said ? 422 : 200 }
}

async function peoplePage(ask: Ask, said: Said | null): Promise<Answer> {
  const at = await opened(ask)
  if (!('own' in at)) return at
  const signs = await listLiveSigns(ask.tx, at.live.id)
  const people = at.people.map((person) => {
    const own = signs.filter(({ enrolmentId }) => enrolmentId === person.entry.enrolmentId)
    return personOf(
      person,
      own.map((sign) => ({ id: sign.id, text: signText(at.session, sign), struck: sign.struck !== null })),
    )
  })
  // The missing on top.
  const ordered = people.toSorted((a, b) => a.signs.length - b.signs.length || a.seq - b.seq)
  return {
    html: renderPeople({ ...ask.site, session: at.own, people: ordered, said }),
    status: said?.isWrong ? 422 : 200,
  }
}

/** `签到 08:31 扫码 迟到 1 分钟 设备 3FA92C` */
function signText(session: SessionRow, sign: KeptLiveSign): Sentence {
  const at = timeOfDay(minuteOn(session.day, sign.businessAt))
  const [kind, method, tail] = [KIND_WORDS[sign.kind], METHOD_WORDS[sign.method], deviceTail(sign.device)]
  const zh = [
    kind.zh,
    at,
    method.zh,
    sign.reason,
    sign.minutesLate > 0 ? `迟到 ${sign.minutesLate} 分钟` : '',
    `设备 ${tail}`,
  ]
  const en = [
    kind.en,
    at,
    method.en,
    sign.reason,
    sign.minutesLate > 0 ? `${sign.minutesLate} minutes late` : '',
    `device ${tail}`,
  ]
  const text = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
  return { zh: text(zh), en: text(en) }
}
