import type { Tx } from '../../../platform/db/public.ts'
import {
  answerOf,
  findDocument,
  type KeptDecision,
  type KeptFacts,
  listDecisions,
  listDecisionsById,
  listFacts,
  programOf,
} from '../../policy/public.ts'
import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  notApplicable,
  passed,
  unavailable,
} from '../../record/public.ts'
import { civilDateOf, formatYuan } from '../../values/public.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import { listOpenClaims } from '../claims/store.ts'
import { Claimable } from '../deciding/claimable.ts'
import { decidingDates, type PolicyEngine, type ReadyScheme } from '../deciding/engine.ts'
import { keptScheme } from '../promises/decide.ts'
import { INSTALMENT_DUE } from '../promises/rules.ts'
import { movedFen } from '../redecisions/money.ts'
import { listMoneyLines } from '../redecisions/store.ts'
import { words } from './words.ts'

/** P01: decided again from the facts it was decided on, under the version of its deciding date, it is the same fen. */
export function sameAmountCheck(engine: PolicyEngine): Check {
  return defineCheck({
    id: 'P01',
    title: { zh: '金额与政策重新计算一致', en: 'The amount is what the rules come to' },
    subject: 'enrolment',
    outsideTraining: true,
    moments: ['payment'],
    action: 'block',
    onUnavailable: 'hold',
    basis: ground('tianjinProcedure', '核定金额', 'on fixing the amount'),
    notLifted: {
      zh: '金额只由政策决定,请退回申领单重新生成',
      en: 'the rules alone decide the sum; send the claim back and assemble it anew',
    },
    async run({ tx, groupId, subjects }) {
      const found = new Map<string, Finding>()
      for (const claim of await listOpenClaims(tx, groupId)) {
        // Of what is paid already nothing is paid by the batch that asks.
        if (claim.status === 'paid') continue
        const money = claim.supplement > 0 ? await listMoneyLines(tx, groupId, claim.scheme) : undefined
        const newest = new Map((await listDecisions(tx, groupId, claim.scheme)).map((each) => [each.factId, each.id]))
        const amounts = new Map((await listClaimLines(tx, claim.id)).map((line) => [line.personId, line.amountFen]))
        const facts = new Map((await listFacts(tx, groupId, claim.factKind)).map((fact) => [fact.id, fact]))
        const people = await listClaimPeople(tx, claim.id)
        const decisions = await listDecisionsById(
          tx,
          people.map(({ decisionId }) => decisionId),
        )
        for (const person of people) {
          const amountFen = amounts.get(person.personId)
          const fact = facts.get(person.factId)
          if (person.standing !== 'due' || amountFen === undefined || found.get(person.subjectId)?.outcome === 'failed')
            continue
          const decision = decisions.get(person.decisionId)
          if (!fact || !decision) continue
          if (newest.get(fact.id) !== decision.id) {
            found.set(person.subjectId, failed(person.subjectId, words.decidedAnew))
            continue
          }
          const dates = decidingDates(fact, Claimable.parse(fact.body), civilDateOf(decision.businessAt))
          // A promise is kept by the rules that it was made by.
          const isPromised = claim.factKind === INSTALMENT_DUE
          const schemes = isPromised ? [] : await engine.schemes(tx, claim.factKind, dates)
          const inForce = schemes.find(({ pack }) => pack.scheme === claim.scheme)
          const scheme = isPromised ? await keptScheme(tx, decision) : inForce
          if (!scheme) {
            found.set(person.subjectId, unavailable(person.subjectId, words.noRule(claim.schemeTitle.zh)))
            continue
          }
          const program = await programNow(tx, scheme, decision)
          if (typeof program === 'string') {
            found.set(person.subjectId, unavailable(person.subjectId, words.noRule(claim.schemeTitle.zh)))
            continue
          }
          const answer = answerOf(program, decision.facts as KeptFacts)
          // A supplement pays what is left of the amount beside the person's other lines.
          const others = (money?.get(person.subjectId) ?? []).filter((line) => line.claim.id !== claim.id)
          const decidedFen = (answer.kind === 'eligible' ? answer.effectiveFen : 0n) - movedFen(others)
          found.set(
            person.subjectId,
            decidedFen === amountFen
              ? passed(person.subjectId, words.sameAmount(formatYuan(amountFen)))
              : failed(person.subjectId, words.otherAmount(formatYuan(amountFen), formatYuan(decidedFen))),
          )
        }
      }
      return subjects.map(({ id }) => found.get(id) ?? notApplicable(id, words.notClaimed))
    },
  })
}

/**
 * By which version a decision is worked out again: its own where another has since come in its place, which what was
 * decided before keeps; the one in force where that corrects it.
 */
async function programNow(tx: Tx, { pack, program }: ReadyScheme, decision: KeptDecision) {
  const { schemeVersion, packSha256, facts } = decision
  if (pack.version === schemeVersion || pack.corrects?.versions.includes(schemeVersion)) return program
  return programOf(await findDocument(tx, packSha256), packSha256, facts as KeptFacts)
}
