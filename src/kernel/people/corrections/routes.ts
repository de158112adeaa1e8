import { Problem } from '../../../platform/contract/public.ts'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, newId, withoutLongNumbers } from '../../values/public.ts'
import type { WhoOf } from '../insured/routes.ts'
import type { ParametersOn } from '../letters/register.ts'
import { listPersons, phoneLookup } from '../store.ts'
import { tellOf } from '../told.ts'
import * as contract from './contract.ts'
import type { NameReach } from './reach.ts'
import { answeredBy, needsSecond, stateOf } from './rules.ts'
import {
  type Correction,
  countCorrections,
  findCorrection,
  insertAnswer,
  insertCorrectedValue,
  insertDecision,
  listCorrections,
} from './store.ts'
import { words } from './words.ts'

export type CorrectionNeeds = {
  readonly vault: Vault
  readonly whoOf: WhoOf
  readonly parametersOn: ParametersOn
  /** The rooms in which a corrected name speaks. */
  readonly names: readonly NameReach[]
}

const DAY_MS = 86_400_000
const SECOND = contract.decideCorrectionRequest.may

/** The bureau's side of what people ask to be put right. */
export function correctionRoutes({ vault, whoOf, parametersOn, names }: CorrectionNeeds): Route[] {
  const days = (tx: Tx): number =>
    Number(parametersOn(tx.district, civilDateOf(tx.now)).get('personal.correctionDays').value)
  return [
    route(contract.listCorrections, async ({ tx, actor, query }) => {
      const { state, after, limit } = query
      const rows = await listCorrections(tx, state, { after, limit: limit + 1 })
      const items = await shown(tx, rows.slice(0, limit), actor)
      return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
    }),

    route(contract.countCorrections, async ({ tx }) =>
      countCorrections(tx, new Date(tx.now.getTime() - (days(tx) + 1) * DAY_MS)),
    ),

    route(contract.answerCorrection, async ({ tx, actor, params, body, now }) => {
      const request = await get(tx, params.correctionId)
      if (stateOf(request.answers) !== 'open') throw new Problem('conflict', words.answeredAlready)
      const turn = { outcome: body.outcome, needsSecond: needsSecond(request.item, body.outcome), verdict: null }

      await insertAnswer(tx, request.id, {
        ...turn,
        nth: request.answers.length + 1,
        answer: withoutLongNumbers(body.answer),
        answeredBy: actor.personId,
        accountId: actor.accountId,
        at: now,
      })
      await act(tx, 'correction.answered', request, actor, now, { outcome: body.outcome })
      return { state: stateOf([turn]) }
    }),

    route(contract.decideCorrectionRequest, async ({ tx, actor, params, body, now }) => {
      const request = await get(tx, params.correctionId)
      const last = request.answers.at(-1)
      if (!last || stateOf(request.answers) !== 'second') throw new Problem('conflict', words.nothingToDecide)
      if (last.answeredBy === actor.personId)
        throw new Problem('forbidden', words.ownAnswer, { code: 'two_people_correct_a_person' })
      const reason = withoutLongNumbers(body.reason)
      if (body.verdict === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)

      const { personId: decidedBy, accountId } = actor
      const of = { requestId: request.id, nth: last.nth, answeredBy: last.answeredBy }
      await insertDecision(tx, of, { verdict: body.verdict, reason, decidedBy, accountId, at: now })
      if (body.verdict === 'confirmed') await putRight(tx, { vault, names }, request, now)
      await act(tx, 'correction.decided', request, actor, now, { verdict: body.verdict })
      return { state: stateOf([{ ...last, verdict: body.verdict }]) }
    }),

    route(contract.correctionReach, async ({ tx, params }) => {
      const {
        id: requestId,
        item,
        answers,
        personId,
        shouldBe: name,
        businessAt: at,
      } = await get(tx, params.correctionId)
      if (item !== 'name' || stateOf(answers) !== 'corrected') return { places: [] }
      const corrected = { requestId, personId, name, at }
      const places: Awaited<ReturnType<NameReach['places']>> = []
      for (const room of names) places.push(...(await room.places(tx, corrected)))
      return { places: places.map(({ place: { kind, id }, ...told }) => ({ place: { kind, id }, ...told })) }
    }),

    route(contract.openCorrectionFile, async ({ tx, actor, params, now }) => {
      const request = await get(tx, params.correctionId)
      const file = request.file && (await findFile(tx, vault, request.file.fileId))
      if (!request.file || !file) throw new Problem('not-found', words.noFile)
      await act(tx, 'correction.file-opened', request, actor, now, { sha256: file.sha256.toString('hex') })
      return { fileName: request.file.fileName, bytes: file.bytes }
    }),
  ]

  async function shown(tx: Tx, requests: readonly Correction[], actor: Actor): Promise<contract.ListedCorrection[]> {
    const persons = await listPersons(
      tx,
      requests.map(({ personId }) => personId),
    )
    const who = await whoOf(
      tx,
      requests.flatMap(({ answers }) =>
        answers.flatMap(({ accountId, decided }) => [accountId, ...(decided ? [decided.accountId] : [])]),
      ),
    )
    const by = (accountId: string) => {
      const { name, post } = who(accountId)
      return { zh: `${post.zh} ${name}`, en: `${post.en} ${name}` }
    }
    const today = civilDateOf(tx.now)
    return requests.map((request) => {
      const state = stateOf(request.answers)
      const dueOn = answeredBy(civilDateOf(request.businessAt), days(tx))
      return {
        id: request.id,
        number: request.number,
        item: request.item,
        shouldBe: request.shouldBe,
        why: request.why,
        maskedName: persons.get(request.personId)?.maskedName ?? '*',
        maskedIdentity: persons.get(request.personId)?.maskedIdentity ?? '',
        file: request.file && {
          name: request.file.fileName,
          mediaType: request.file.mediaType,
          sizeBytes: request.file.sizeBytes,
        },
        madeAt: request.businessAt.toISOString(),
        dueOn,
        isOverdue: (state === 'open' || state === 'second') && dueOn < today,
        state,
        answers: request.answers.map(({ outcome, answer, accountId, at, verdict, decided }) => ({
          outcome,
          text: answer,
          by: by(accountId),
          at: at.toISOString(),
          second:
            verdict && decided
              ? { verdict, reason: decided.reason, by: by(decided.accountId), at: decided.at.toISOString() }
              : null,
        })),
        mayDecide:
          state === 'second' && actor.permissions.has(SECOND) && request.answers.at(-1)?.answeredBy !== actor.personId,
      }
    })
  }
}

async function get(tx: Tx, id: string): Promise<Correction> {
  const found = await findCorrection(tx, id)
  if (!found) throw new Problem('not-found', words.missing)
  return found
}

/** What two people agreed on is so from now: the name, or the telephone. Checks that compare names look again. */
async function putRight(
  tx: Tx,
  { vault, names }: Pick<CorrectionNeeds, 'vault' | 'names'>,
  request: Correction,
  now: Date,
): Promise<void> {
  const { id: requestId, personId, item } = request
  if (item !== 'name' && item !== 'phone') return
  const id = newId()
  const value = { id, personId, requestId, at: now }
  if (item === 'name') {
    await insertCorrectedValue(tx, { ...value, name: request.shouldBe, phone: null })
    for (const room of names) await room.putRight?.(tx, { requestId, personId, name: request.shouldBe, at: now })
    await tellOf(tx, requestId, { because: words.nameCorrected, personIds: [personId], organisationId: null })
    return
  }
  if (!request.phone) throw new Error(`the request ${requestId} asks for a telephone and has none`)
  const place = (table: string, of: string) => placeOf(`people.${table}.phone_sealed`, tx.district, of)
  const phone = vault.openText(place('correction_requests', requestId), request.phone.sealed)
  await insertCorrectedValue(tx, {
    ...value,
    name: null,
    phone: {
      sealed: vault.seal(place('corrected_values', id), phone),
      masked: request.phone.masked,
      lookup: phoneLookup(vault, phone),
    },
  })
}

async function act(
  tx: Tx,
  name: string,
  { number, personId }: Correction,
  actor: Actor,
  at: Date,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const subject = { subjectKind: 'person', subjectId: personId }
  await recordAct(tx, { id: newId(), act: name, ...subject, actor, at, detail: { number, ...detail } })
}
