import type { FastifyInstance } from 'fastify'
import { askForCode, endResidentSession, findResident, signInResident } from '../kernel/access/public.ts'
import { journeyOf } from '../kernel/funds/own/journey.ts'
import { type OwnSubsidy, ownSubsidies } from '../kernel/funds/own/own.ts'
import { explainForms } from '../kernel/funds/paper/explain-forms.ts'
import { dueOn, makeReport } from '../kernel/funds/reports/making.ts'
import { isReportKind, LONGEST_SAID, REPORT_KINDS } from '../kernel/funds/reports/rules.ts'
import { listReportsOfPerson } from '../kernel/funds/reports/store.ts'
import { KIND_WORDS } from '../kernel/funds/reports/words.ts'
import { keepOwnPaper, showOwnPaper } from '../kernel/record/paper/own-paper.ts'
import { type Check, gatherTimeline, type Timeline } from '../kernel/record/public.ts'
import {
  CORRECTION_ITEM_WORDS,
  CORRECTION_ITEMS,
  type CorrectionItem,
  correctionWords,
  isCorrectionItem,
  isKeepable,
  LONGEST_CORRECTION,
  makeCorrection,
} from '../kernel/people/public.ts'
import {
  checkPhone,
  civilDateOf,
  isMobile,
  isUuid,
  type Phone,
  readPersonName,
  withoutLongNumbers,
} from '../kernel/values/public.ts'
import { type Sentence, wayBack } from '../platform/contract/public.ts'
import type { Vault } from '../platform/crypto/public.ts'
import type { Tx } from '../platform/db/public.ts'
import { isPrivate } from '../platform/http/public.ts'
import type { SmsGate } from '../platform/sms/public.ts'
import { sayDate } from '../platform/ui/civilDates.ts'
import { addressTo } from '../web/public/addresses.ts'
import type { FieldProblem, SubsidyShown } from '../web/public/data.ts'
import {
  renderAskCode,
  renderAskPhone,
  renderCorrect,
  renderCorrected,
  renderMine,
  renderMineFile,
  renderProgress,
  renderRecord,
  renderReport,
  renderReported,
  renderSubsidy,
} from '../web/public/pages.ts'
import { words } from '../web/public/words.ts'
import { type Form, sentForm, sentPaper, takeForms, takePapers } from './forms.ts'
import { correctionDueOn, ownData, ownDataAsJson } from './own-data.ts'
import { giveSession, marksFor, sessionOf, takeSession } from './resident-session.ts'
import { type Lost, send, type Visit, type VisitNeeds, waysTo, within } from './visits.ts'

export type ResidentNeeds = VisitNeeds & {
  readonly checks: readonly Check[]
  readonly timelines: readonly Timeline[]
  readonly sms: SmsGate
  /** How this platform's addresses begin for those outside; without it as a request came. */
  readonly origin?: string | null
}

const text = words.signIn

/**
 * What a resident reads and says as themselves: signed in by phone and one-time code, at the moment of need. Everything
 * works without a script. A resident is no account: nothing here changes an account, an amount or a state.
 */
export function serveResidentPages(app: FastifyInstance, needs: ResidentNeeds, lost: Lost): void {
  const ways = waysTo<Visit>(needs, {
    lost,
    of: (visit) => visit,
    again: (visit) => askPhone(visit, needs, '', text.expired, 403),
  })
  void app.register(async (scope) => {
    takeForms(scope)
    ways.page(scope, '/progress', (visit) => progress(visit, needs))
    ways.page(scope, '/progress/record', (visit) => record(visit, needs))
    ways.page(scope, '/progress/:id', (visit) => progress(visit, needs))
    ways.page(scope, '/progress/:id/paper', (visit) => ownPaper(visit, needs, 'show'))
    ways.form(scope, '/progress/:id/paper', (visit) => ownPaper(visit, needs, 'print'))
    ways.page(scope, '/my-information', (visit) => mine(visit, needs))
    ways.page(scope, '/my-information/page', (visit) => mineAsFile(visit, needs, 'page'))
    ways.page(scope, '/my-information/data', (visit) => mineAsFile(visit, needs, 'data'))
    ways.page(scope, '/my-information/correct', (visit) => correct(visit, needs, {}, null))
    takePapers(scope)
    const tokenOf = ({ fields }: ReturnType<typeof sentPaper>) => fields.token
    ways.sent(scope, '/my-information/correct', sentPaper, tokenOf, (visit, { fields, file }) =>
      correct(visit, needs, fields, file),
    )
    ways.page(scope, '/sign-in', (visit) => askPhone(visit, needs, ''))
    ways.form(scope, '/sign-in/code', (visit, typed) => sendCode(visit, needs, typed))
    ways.form(scope, '/sign-in/go', (visit, typed) => signIn(visit, needs, typed))
    ways.form(scope, '/sign-in/out', (visit) => signOut(visit, needs))
    ways.page(scope, '/report/:id', (visit) => report(visit, needs, {}))
    ways.form(scope, '/report/:id', (visit, typed) => report(visit, needs, typed))
  })
}

/** The person signed in here; undefined when nobody is. */
async function residentOf(tx: Tx, { request, district }: Visit): Promise<string | undefined> {
  const session = sessionOf(request, district.district)
  return session && findResident(tx, session)
}

/** The page that somebody asked for before they were asked who they are. */
function pageAsked({ request, district }: Visit): string | undefined {
  const { to } = request.method === 'GET' ? (request.query as { to?: unknown }) : sentForm(request)
  const asked = to ?? (request.method === 'GET' ? request.url : undefined)
  return wayBack(asked, district.district)
}

/** A form of signing in, which keeps the page that was asked for. */
const signInMarks = (visit: Visit, vault: Vault) => ({
  ...marksFor(visit.request, visit.reply, vault),
  to: pageAsked(visit),
})

function askPhone(visit: Visit, { vault }: ResidentNeeds, typed: string, problem?: Sentence, status?: number) {
  const form = signInMarks(visit, vault)
  const wrong: FieldProblem | null = problem ? { field: 'phone', problem } : null
  return send(visit, renderAskPhone({ ...visit.site, form, typed, problem: wrong }), status ?? (problem ? 422 : 200))
}

async function sendCode(visit: Visit, needs: ResidentNeeds, typed: Form) {
  // Without a code nobody signs in: what comes after needs no such question.
  if (!isPrivate(visit.request) && !visit.district.demonstration) return askPhone(visit, needs, '', text.openLine, 403)
  const phone = checkPhone(typed.phone ?? '')
  if (!phone.ok) return askPhone(visit, needs, typed.phone ?? '', phone.problems[0] ?? text.notMobile)
  if (!isMobile(phone.value)) return askPhone(visit, needs, typed.phone ?? '', text.notMobile)
  const asked = await within(visit, needs, (tx) =>
    askForCode(tx, needs.vault, { phone: phone.value, address: visit.request.ip }),
  )
  if (asked.outcome === 'wait') return askPhone(visit, needs, typed.phone ?? '', text.wait(asked.seconds), 429)
  if (asked.outcome === 'too-often') return askPhone(visit, needs, typed.phone ?? '', text.tooOften, 429)
  // After the answer, so that nobody learns from how long it took whether a message went out.
  if (asked.to) sendLater(visit, needs, asked.to, asked.code)
  return askCode(visit, needs, { ask: asked.ask, shownCode: visit.site.demonstration ? asked.code : null })
}

function sendLater({ district, request }: Visit, { sms }: ResidentNeeds, phone: Phone, code: string): void {
  setImmediate(() => {
    sms
      .send({ district: district.district, phone, text: text.sms(code).zh })
      .catch((error: unknown) => request.log.error({ err: error }, 'a short message was not sent'))
  })
}

function askCode(
  visit: Visit,
  { vault }: ResidentNeeds,
  shown: { ask: string; shownCode?: string | null; code?: string; asksWho?: boolean; problem?: FieldProblem },
  status = 200,
) {
  const { ask, shownCode = null, code = '', asksWho = false, problem = null } = shown
  const form = signInMarks(visit, vault)
  return send(visit, renderAskCode({ ...visit.site, form, ask, code, shownCode, asksWho, problem }), status)
}

async function signIn(visit: Visit, needs: ResidentNeeds, typed: Form) {
  const { ask = '', code: typedCode = '', ending } = typed
  const code = typedCode.normalize('NFKC').replace(/\D/g, '')
  const given = ending?.normalize('NFKC').trim()
  const signed = await within(visit, needs, (tx) =>
    signInResident(tx, needs.vault, {
      ask,
      code,
      address: visit.request.ip,
      ...(given ? { ending: given } : {}),
    }),
  )
  if (signed.outcome === 'signed-in') {
    giveSession(visit.request, visit.reply, signed.session)
    return visit.reply.redirect(pageAsked(visit) ?? addressTo(visit.site, 'progress'), 303)
  }
  if (signed.outcome === 'who') return askCode(visit, needs, { ask, code, asksWho: true })
  const asksWho = ending !== undefined
  const problem = signed.outcome === 'too-often' ? text.tooOften : text.badCode
  const wrong: FieldProblem = { field: asksWho ? 'ending' : 'code', problem }
  return askCode(
    visit,
    needs,
    { ask, asksWho, code: asksWho ? code : '', problem: wrong },
    signed.outcome === 'wrong' ? 422 : 429,
  )
}

async function signOut(visit: Visit, needs: ResidentNeeds) {
  const session = sessionOf(visit.request, visit.district.district)
  if (session) await within(visit, needs, (tx) => endResidentSession(tx, session))
  takeSession(visit.request, visit.reply)
  return visit.reply.redirect(addressTo(visit.site, 'home'), 303)
}

/** Whose page it is, with all their subsidies; asks for the phone where nobody is signed in. */
async function ownOf(visit: Visit, needs: ResidentNeeds) {
  return within(visit, needs, async (tx) => {
    const personId = await residentOf(tx, visit)
    if (personId === undefined) return undefined
    const own = await ownSubsidies(tx, { checks: needs.checks, district: visit.district }, personId)
    const reports = await listReportsOfPerson(tx, personId)
    const until = dueOn(tx, { businessAt: tx.now })
    const subsidies = own.map((each) => {
      const mine = reports.filter(({ claimId }) => claimId === each.claimId)
      const reported = mine.map((one) => ({
        number: one.number,
        kind: KIND_WORDS[one.kind],
        on: civilDateOf(one.businessAt),
        answer: one.answer?.text ?? null,
        until: dueOn(tx, one),
      }))
      return shownOf(each, reported)
    })
    return { personId, own, subsidies, until }
  })
}

const dayOf = (day: string): Sentence => (day ? { zh: sayDate(day, 'zh'), en: sayDate(day, 'en') } : { zh: '', en: '' })

function shownOf(own: OwnSubsidy, reports: SubsidyShown['reports']): SubsidyShown {
  const come = words.progress.come
  return {
    id: own.id,
    name: own.maskedName,
    title: own.title,
    scheme: own.scheme,
    amountFen: own.amountFen,
    ...journeyOf(own, dayOf),
    sum: own.sum,
    items: own.stopped,
    come:
      own.stopped.length > 0
        ? { zh: come(dayOf(own.until).zh, own.place).zh, en: come(dayOf(own.until).en, own.place).en }
        : null,
    failed: own.failed,
    notes: own.notes,
    passed: own.passed,
    unavailable: own.unavailable,
    reports,
  }
}

async function progress(visit: Visit, needs: ResidentNeeds) {
  const { id } = visit.request.params as { id?: string }
  const own = await ownOf(visit, needs)
  if (!own) return askPhone(visit, needs, '')
  const form = marksFor(visit.request, visit.reply, needs.vault)
  const [only] = own.subsidies
  const subsidy = id === undefined && own.subsidies.length === 1 ? only : own.subsidies.find((each) => each.id === id)
  if (subsidy) return send(visit, renderSubsidy({ ...visit.site, subsidy, form }))
  const name = only?.name ?? ''
  return send(
    visit,
    renderProgress({ ...visit.site, name, subsidies: own.subsidies, form, until: own.until }),
    id === undefined ? 200 : 404,
  )
}

/** How one subsidy was decided, on one A4 page: printed by the person, it has its code. */
async function ownPaper(visit: Visit, needs: ResidentNeeds, what: 'show' | 'print') {
  const { id = '' } = visit.request.params as { id?: string }
  const { request, reply, site, district } = visit
  const forms = explainForms({ districtOf: () => district })
  const form = forms.find((each) => each.id === 'decision-resident')
  const found = await within(visit, needs, async (tx) => {
    const personId = await residentOf(tx, visit)
    if (personId === undefined || !form) return undefined
    const own = await ownSubsidies(tx, { checks: needs.checks, district }, personId)
    const subsidy = isUuid(id) ? own.find((each) => each.id === id) : undefined
    if (!subsidy) return { html: null }
    const part = { form, subjectId: subsidy.claimId, part: subsidy.id, now: tx.now }
    if (what === 'print') await keepOwnPaper(tx, part)
    const origin = needs.origin ?? `${request.protocol}://${request.host}`
    const back = { href: addressTo(site, 'progress', { id }), label: words.progress.title[site.locale] }
    return { html: what === 'print' ? '' : await showOwnPaper(tx, part, { locale: site.locale, origin, back }) }
  })
  if (!found) return askPhone(visit, needs, '')
  if (found.html === null) return reply.redirect(addressTo(site, 'progress'), 303)
  return what === 'print'
    ? reply.redirect(addressTo(site, 'progress', { id: `${id}/paper` }), 303)
    : send(visit, found.html)
}

/** 我的信息, for whoever is signed in here. */
async function mineOf(visit: Visit, needs: ResidentNeeds) {
  return within(visit, needs, async (tx) => {
    const personId = await residentOf(tx, visit)
    return personId === undefined ? undefined : { mine: await ownData(tx, personId), madeOn: civilDateOf(tx.now) }
  })
}

async function mine(visit: Visit, needs: ResidentNeeds) {
  const own = await mineOf(visit, needs)
  if (!own) return askPhone(visit, needs, '')
  const form = marksFor(visit.request, visit.reply, needs.vault)
  return send(visit, renderMine({ ...visit.site, mine: own.mine, form }))
}

/** The same to be kept: a page that prints, or data. */
async function mineAsFile(visit: Visit, needs: ResidentNeeds, as: 'page' | 'data') {
  const own = await mineOf(visit, needs)
  if (!own) return askPhone(visit, needs, '')
  const { locale } = visit.site
  const name = `my-information-${own.madeOn}.${as === 'page' ? 'html' : 'json'}`
  void visit.reply.header('content-disposition', `attachment; filename="${name}"`)
  if (as === 'page') return send(visit, renderMineFile({ ...visit.site, ...own }))
  return visit.reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(ownDataAsJson(own.mine, { locale, madeOn: own.madeOn }))
}

/** 申请更正: one form; what was typed stays when something is not right. */
async function correct(visit: Visit, needs: ResidentNeeds, typed: Form, paper: Buffer | null) {
  const personId = await within(visit, needs, (tx) => residentOf(tx, visit))
  if (personId === undefined) return askPhone(visit, needs, '')
  const isSent = typed.key !== undefined
  const read = readCorrection(typed, paper !== null && paper.length > 0 ? paper : null)
  if (isSent && 'item' in read) {
    const formKey = (typed.key ?? '').slice(0, 100).padEnd(8, '0')
    const made = await within(visit, needs, async (tx) => {
      const { number, businessAt } = await makeCorrection(tx, needs.vault, { ...read, personId, formKey })
      return { number, until: correctionDueOn(tx, { businessAt }) }
    })
    return send(visit, renderCorrected({ ...visit.site, ...made }))
  }
  const problem = isSent && 'field' in read ? read : null
  const html = renderCorrect({
    ...visit.site,
    form: marksFor(visit.request, visit.reply, needs.vault, typed.key),
    items: CORRECTION_ITEMS.map((key) => ({ key, label: CORRECTION_ITEM_WORDS[key] })),
    typed: { item: typed.item ?? '', shouldBe: typed.shouldBe ?? '', why: typed.why ?? '' },
    problem,
  })
  return send(visit, html, problem ? 422 : 200)
}

/** A name and nothing else: no numbers, and of a bearable length. */
const isLikeAName = (name: string) => name.length >= 2 && name.length <= 50 && !/\d/.test(name)

/** What the form asks for, or the first thing that is not right with it. */
function readCorrection(
  { item, shouldBe: should = '', why: because = '' }: Form,
  paper: Buffer | null,
): FieldProblem | { item: CorrectionItem; shouldBe: string; phone: Phone | null; why: string; paper: Buffer | null } {
  const asked = words.correct
  if (!isCorrectionItem(item)) return { field: 'item', problem: asked.chooseItem }
  const typed = should.trim()
  const phone = item === 'phone' ? checkPhone(typed) : undefined
  if (phone && !(phone.ok && isMobile(phone.value))) return { field: 'shouldBe', problem: asked.saysPhone }
  const name = item === 'name' ? readPersonName(typed) : undefined
  if (name && !(name.ok && isLikeAName(name.value))) return { field: 'shouldBe', problem: asked.saysName }
  const shouldBe = name?.ok ? name.value : withoutLongNumbers(typed)
  if (shouldBe.length < 1 || shouldBe.length > LONGEST_CORRECTION.shouldBe)
    return { field: 'shouldBe', problem: asked.sayShouldBe }
  const why = withoutLongNumbers(because.trim())
  if (why.length < 2 || why.length > LONGEST_CORRECTION.why) return { field: 'why', problem: asked.sayWhy }
  if (paper && !isKeepable(paper)) return { field: 'paper', problem: correctionWords.fileWrong }
  return { item, shouldBe, phone: phone?.ok ? phone.value : null, why, paper }
}

const MOST_ENTRIES = 40

/** Everything that happened to the person here, the newest first, but for what only the bureau reads. */
async function record(visit: Visit, needs: ResidentNeeds) {
  const entries = await within(visit, needs, async (tx) => {
    const personId = await residentOf(tx, visit)
    if (personId === undefined) return undefined
    const own = needs.timelines.filter(({ of, readers }) => of === 'person' && readers === 'all')
    return (await gatherTimeline(tx, own, personId, { before: null, limit: MOST_ENTRIES })).entries
  })
  if (!entries) return askPhone(visit, needs, '')
  const shown = entries.map(({ id, at, title }) => ({ id, on: civilDateOf(at), title }))
  return send(visit, renderRecord({ ...visit.site, entries: shown }))
}

/** The report's pages one after another: what was chosen and written goes along in the form until it is sent. */
async function report(visit: Visit, needs: ResidentNeeds, typed: Form) {
  const { id = '' } = visit.request.params as { id?: string }
  const own = await ownOf(visit, needs)
  if (!own) return askPhone(visit, needs, '')
  const subsidy = isUuid(id) ? own.own.find((each) => each.id === id) : undefined
  if (!subsidy) return visit.reply.redirect(addressTo(visit.site, 'progress'), 303)
  const { kind: chosen, said: written = '', step } = typed
  const kind = isReportKind(chosen) ? { key: chosen, label: KIND_WORDS[chosen] } : null
  const said = withoutLongNumbers(written.trim())
  const isSaid = said.length >= 2 && said.length <= LONGEST_SAID
  if (step === 'send' && kind && isSaid) {
    const made = await within(visit, needs, async (tx) => {
      const { claimId, id: decisionId } = subsidy
      const formKey = (typed.key ?? '').slice(0, 100).padEnd(8, '0')
      const asked = { personId: own.personId, claimId, decisionId, kind: kind.key, said, formKey }
      const kept = await makeReport(tx, asked)
      return { number: kept.number, until: dueOn(tx, kept) }
    })
    return send(visit, renderReported({ ...visit.site, ...made, subsidyId: subsidy.id }))
  }
  const missing: FieldProblem | null =
    step !== undefined && step !== 'change' && !kind
      ? { field: 'kind', problem: words.report.chooseKind }
      : (step === 'said' || step === 'send') && !isSaid
        ? { field: 'said', problem: words.report.saySomething }
        : null
  const next =
    !kind || step === 'change' || step === undefined ? 'kind' : step === 'kind' || missing ? 'said' : 'look-over'
  const html = renderReport({
    ...visit.site,
    form: marksFor(visit.request, visit.reply, needs.vault, typed.key),
    subsidy: { id: subsidy.id, title: subsidy.title },
    step: next,
    kinds: REPORT_KINDS.map((key) => ({ key, label: KIND_WORDS[key] })),
    kind,
    said,
    problem: missing,
  })
  return send(visit, html, missing ? 422 : 200)
}
