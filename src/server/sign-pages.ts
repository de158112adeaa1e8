import type { FastifyInstance } from 'fastify'
import { askForCode, endResidentSession, findResident, signInResident } from '../kernel/access/public.ts'
import { listPersons } from '../kernel/people/public.ts'
import { checkPhone, isMobile, type Phone } from '../kernel/values/public.ts'
import {
  givePass,
  readSeen,
  type Refused,
  type Seen,
  seeCode,
  seeDigits,
  type Signed,
  signSelf,
  whosePhone,
} from '../mechanisms/training/live/signing.ts'
import { endPasses } from '../mechanisms/training/live/pass-store.ts'
import type { Sentence } from '../platform/contract/public.ts'
import { sha256 } from '../platform/crypto/public.ts'
import type { Tx } from '../platform/db/public.ts'
import type { SmsGate } from '../platform/sms/public.ts'
import type { FieldProblem, SignFor } from '../web/public/data.ts'
import {
  renderSignDigits,
  renderSignDone,
  renderSignPhone,
  renderSignRefused,
  renderSignSelf,
  renderSignSms,
} from '../web/public/pages.ts'
import { words } from '../web/public/words.ts'
import { deviceOf } from './device.ts'
import { type Form, takeForms } from './forms.ts'
import { marksFor, readCookie, sessionOf, writeCookie } from './resident-session.ts'
import { type Lost, send, type Visit, type VisitNeeds, waysTo, within } from './visits.ts'

export type SignNeeds = VisitNeeds & { readonly sms: SmsGate }

type AtDevice = Visit & { readonly device: Buffer }

const text = words.signIn

/**
 * What the QR on an instructor's screen leads a trainee's phone to: who they are (asked once, then remembered for this
 * class), one button, and the time they signed. Without a script; looking at a code writes nothing.
 */
export function serveSignPages(app: FastifyInstance, needs: SignNeeds, lost: Lost): void {
  const ways = waysTo<AtDevice>(needs, {
    lost,
    of: (visit) => ({ ...visit, device: deviceOf(visit.request, visit.reply, needs.vault) }),
    again: (visit) => askDigits(visit, needs, '', text.expired, 403),
  })
  void app.register(async (scope) => {
    takeForms(scope)
    ways.page(scope, '/sign', (visit) => askDigits(visit, needs, ''))
    ways.page(scope, '/sign/:code', (visit) => scanned(visit, needs))
    ways.form(scope, '/sign', (visit, typed) => typedDigits(visit, needs, typed))
    ways.form(scope, '/sign/me', (visit, typed) => signMe(visit, needs, typed))
    ways.form(scope, '/sign/not-me', (visit, typed) => notMe(visit, needs, typed))
    ways.form(scope, '/sign/phone', (visit, typed) => sendCode(visit, needs, typed))
    ways.form(scope, '/sign/code', (visit, typed) => signWithCode(visit, needs, typed))
  })
}

const formOf = (visit: Visit, { vault }: SignNeeds) => marksFor(visit.request, visit.reply, vault)

const signFor = ({ told, phase }: Seen | Signed): SignFor => ({ ...told, kind: phase })

function askDigits(visit: Visit, needs: SignNeeds, typed: string, problem?: Sentence, status?: number) {
  const wrong: FieldProblem | null = problem ? { field: 'digits', problem } : null
  const html = renderSignDigits({ ...visit.site, form: formOf(visit, needs), typed, problem: wrong })
  return send(visit, html, status ?? 200)
}

const refuse = (visit: Visit, { sentence, status }: Refused) =>
  send(visit, renderSignRefused({ ...visit.site, sentence }), status)

/** The pass of a class stands in a cookie of its own: one phone may be somebody's in two classes. */
const passCookie = (classId: string) => `class-${classId.slice(-12)}`

/** Whose phone it is: remembered for the class, or signed in as a resident at this moment. */
async function personOf(tx: Tx, { request, device, district }: AtDevice, classId: string): Promise<string | undefined> {
  const token = readCookie(request, passCookie(classId))
  const person = await whosePhone(tx, { token, classId, device })
  if (person) return person
  const session = sessionOf(request, district.district)
  return session && findResident(tx, session)
}

/** The code was seen: the button for who is known, and the phone's number for who is not. */
async function goOn(visit: AtDevice, needs: SignNeeds, seen: Seen) {
  const name = await within(visit, needs, async (tx) => {
    const personId = await personOf(tx, visit, seen.classId)
    return personId && (await listPersons(tx, [personId])).get(personId)?.maskedName
  })
  const shown = { ...visit.site, form: formOf(visit, needs), ticket: seen.ticket, sign: signFor(seen) }
  return send(
    visit,
    name ? renderSignSelf({ ...shown, name }) : renderSignPhone({ ...shown, typed: '', problem: null }),
  )
}

async function scanned(visit: AtDevice, needs: SignNeeds) {
  const { code } = visit.request.params as { code: string }
  const seen = await within(visit, needs, (tx) => seeCode(tx, needs.vault, { code, device: visit.device }))
  return seen.outcome === 'refused' ? refuse(visit, seen) : goOn(visit, needs, seen)
}

async function typedDigits(visit: AtDevice, needs: SignNeeds, { digits = '' }: Form) {
  const { device, request } = visit
  const seen = await within(visit, needs, (tx) => seeDigits(tx, needs.vault, { digits, device, address: request.ip }))
  if (seen.outcome === 'seen') return goOn(visit, needs, seen)
  return askDigits(visit, needs, digits.slice(0, 12), seen.sentence, seen.status)
}

const ticketIn = (visit: AtDevice, needs: SignNeeds, typed: Form) =>
  within(visit, needs, (tx) => readSeen(tx, needs.vault, { ticket: typed.ticket ?? '', device: visit.device }))

async function signMe(visit: AtDevice, needs: SignNeeds, typed: Form) {
  const seen = await ticketIn(visit, needs, typed)
  if (seen.outcome === 'refused') return refuse(visit, seen)
  const personId = await within(visit, needs, (tx) => personOf(tx, visit, seen.classId))
  return personId ? sign(visit, needs, seen, personId) : goOn(visit, needs, seen)
}

/** The phone is remembered for the class from the first sign that is taken. */
async function sign(
  visit: AtDevice,
  needs: SignNeeds,
  seen: Seen & { read: Parameters<typeof signSelf>[1]['ticket'] },
  personId: string,
) {
  const { device, request } = visit
  const { signed, pass } = await within(visit, needs, async (tx) => {
    const signed = await signSelf(tx, { ticket: seen.read, personId, device, deviceAt: null })
    const { classId } = seen
    const knows = await whosePhone(tx, { token: readCookie(request, passCookie(classId)), classId, device })
    const pass =
      signed.outcome === 'refused' || knows === personId ? null : await givePass(tx, { classId, personId, device })
    return { signed, pass }
  })
  if (pass) writeCookie(request, visit.reply, passCookie(seen.classId), pass.token, pass.seconds)
  if (signed.outcome === 'refused') return refuse(visit, signed)
  const { maskedName: name, at, minutesLate, outcome } = signed
  const before = outcome === 'already'
  return send(visit, renderSignDone({ ...visit.site, sign: signFor(signed), name, at, minutesLate, before }))
}

async function notMe(visit: AtDevice, needs: SignNeeds, typed: Form) {
  const seen = await ticketIn(visit, needs, typed)
  if (seen.outcome === 'refused') return refuse(visit, seen)
  const cookie = passCookie(seen.classId)
  const token = readCookie(visit.request, cookie)
  const resident = sessionOf(visit.request, visit.district.district)
  await within(visit, needs, async (tx) => {
    if (token) await endPasses(tx, { classId: seen.classId, tokenSha256: sha256(token) })
    if (resident) await endResidentSession(tx, resident)
  })
  writeCookie(visit.request, visit.reply, cookie, '', 0)
  return askPhone(visit, needs, seen, '')
}

function askPhone(visit: AtDevice, needs: SignNeeds, seen: Seen, typed: string, problem?: Sentence, status = 422) {
  const wrong: FieldProblem | null = problem ? { field: 'phone', problem } : null
  const shown = { form: formOf(visit, needs), ticket: seen.ticket, sign: signFor(seen), typed, problem: wrong }
  return send(visit, renderSignPhone({ ...visit.site, ...shown }), problem ? status : 200)
}

/**
 * A room shares one address: the people of a class who have all seen its code are counted apart by the last digit of
 * their phone, so that forty can ask within the hour, and nobody for ever.
 */
const countedAs = (visit: AtDevice, seen: Seen, ending: string) =>
  `${visit.request.ip} ${seen.classId} ${ending.slice(-1)}`

async function sendCode(visit: AtDevice, needs: SignNeeds, typed: Form) {
  const seen = await ticketIn(visit, needs, typed)
  if (seen.outcome === 'refused') return refuse(visit, seen)
  const given = typed.phone ?? ''
  const phone = checkPhone(given)
  if (!phone.ok) return askPhone(visit, needs, seen, given, phone.problems[0] ?? text.notMobile)
  if (!isMobile(phone.value)) return askPhone(visit, needs, seen, given, text.notMobile)
  const asked = await within(visit, needs, (tx) =>
    askForCode(tx, needs.vault, { phone: phone.value, address: countedAs(visit, seen, phone.value) }),
  )
  if (asked.outcome === 'wait') return askPhone(visit, needs, seen, given, text.wait(asked.seconds), 429)
  if (asked.outcome === 'too-often') return askPhone(visit, needs, seen, given, text.tooOften, 429)
  // After the answer, so that nobody learns from how long it took whether a message went out.
  if (asked.to) sendLater(visit, needs, asked.to, asked.code)
  return askSms(visit, needs, seen, { ask: asked.ask, shownCode: visit.site.demonstration ? asked.code : null })
}

function sendLater({ district, request }: AtDevice, { sms }: SignNeeds, phone: Phone, code: string): void {
  setImmediate(() => {
    sms
      .send({ district: district.district, phone, text: text.sms(code).zh })
      .catch((error: unknown) => request.log.error({ err: error }, 'a short message was not sent'))
  })
}

function askSms(
  visit: AtDevice,
  needs: SignNeeds,
  seen: Seen,
  shown: { ask: string; shownCode?: string | null; code?: string; asksWho?: boolean; problem?: FieldProblem },
  status = 200,
) {
  const { ask, shownCode = null, code = '', asksWho = false, problem = null } = shown
  const own = { form: formOf(visit, needs), ticket: seen.ticket, sign: signFor(seen) }
  return send(visit, renderSignSms({ ...visit.site, ...own, ask, code, shownCode, asksWho, problem }), status)
}

/** The message's code says who it is: they are signed at once, and the phone is remembered. No session stays behind. */
async function signWithCode(visit: AtDevice, needs: SignNeeds, typed: Form) {
  const seen = await ticketIn(visit, needs, typed)
  if (seen.outcome === 'refused') return refuse(visit, seen)
  const { ask = '', code: typedCode = '', ending } = typed
  const code = typedCode.normalize('NFKC').replace(/\D/g, '')
  const given = ending?.normalize('NFKC').trim()
  const known = await within(visit, needs, async (tx) => {
    const signed = await signInResident(tx, needs.vault, {
      ask,
      code,
      address: countedAs(visit, seen, ask),
      ...(given ? { ending: given } : {}),
    })
    if (signed.outcome === 'signed-in') await endResidentSession(tx, sha256(signed.session))
    return signed
  })
  if (known.outcome === 'signed-in') return sign(visit, needs, seen, known.personId)
  if (known.outcome === 'who') return askSms(visit, needs, seen, { ask, code, asksWho: true })
  const asksWho = ending !== undefined
  const problem = known.outcome === 'too-often' ? text.tooOften : text.badCode
  const wrong: FieldProblem = { field: asksWho ? 'ending' : 'code', problem }
  const status = known.outcome === 'wrong' ? 422 : 429
  return askSms(visit, needs, seen, { ask, asksWho, code: asksWho ? code : '', problem: wrong }, status)
}
