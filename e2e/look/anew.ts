import { givenPng } from '../../src/kernel/credentials/look-ups/testing.ts'
import { getClaim, listClaims } from '../../src/kernel/funds/claims/contract.ts'
import {
  addRedecisionFile,
  answerRedecision,
  previewAnew,
  proposeAnew,
} from '../../src/kernel/funds/redecisions/contract.ts'
import { printPaper } from '../../src/kernel/record/paper/contract.ts'
import { slidIn } from './camera.ts'
import type { Way } from './way.ts'

/** After the money has left two people are decided anew: one is paid more, the other pays something back. */
export async function peopleAreDecidedAnew({ take, clerk, reviewer }: Way): Promise<void> {
  const claim = (await clerk(listClaims, {})).items.find(({ number }) => !number.includes('B'))!
  const { people } = await clerk(getClaim, { params: { claimId: claim.id } })
  const due = people.filter(({ standing }) => standing === 'due')
  const [more, less] = [due.at(-1)!, due.at(-2)!]
  const drawerOf = (decisionId: string) => `/claims/${claim.id}?person=${decisionId}`
  await take([
    { name: 'anew-drawer-once', by: 'clerk', path: drawerOf(more.decisionId), first: slidIn },
    { name: 'anew-dialog', by: 'clerk', path: drawerOf(more.decisionId), opens: /^(重新认定|Decide anew)$/ },
  ])
  const propose = async (decisionId: string, fen: string) => {
    const manual = {
      outcome: 'eligible' as const,
      fen,
      cite: 'people',
      reason: '考勤原件被水浸毁,凭值班记录和照片认定',
    }
    const asked = { decisionIds: [decisionId], cause: 'manual' as const, manual }
    const { seenSha256 } = await clerk(previewAnew, { body: asked })
    const why = { reason: '本人反映属实,经集体研究', document: '莲人社认〔2022〕1号', about: null }
    const { id } = await clerk(proposeAnew, { body: { ...asked, ...why, seenSha256 } })
    await clerk(addRedecisionFile, {
      params: { redecisionId: id },
      query: { fileName: '值班记录.png' },
      file: new Blob([new Uint8Array(givenPng(1))]),
    })
    return id
  }
  const first = await propose(more.decisionId, '150000')
  const itsPage = `/redecisions/${first}`
  await take([
    { name: 'anew-own', by: 'clerk', path: itsPage },
    { name: 'anew-waiting', by: 'reviewer', path: itsPage },
    { name: 'anew-dialog-decide', by: 'reviewer', path: itsPage, opens: /^(确认或不同意|Confirm or)/ },
    { name: 'anew-drawer-waiting', by: 'clerk', path: drawerOf(more.decisionId), first: slidIn },
  ])
  const yes = { outcome: 'confirmed' as const, reason: '' }
  await reviewer(answerRedecision, { params: { redecisionId: first }, body: yes })
  const second = await propose(less.decisionId, '60000')
  await reviewer(answerRedecision, { params: { redecisionId: second }, body: yes })
  const supplement = (await clerk(listClaims, {})).items.find(({ isSupplement }) => isSupplement)!
  const made = (await clerk(getClaim, { params: { claimId: supplement.id } })).people[0]!
  const papers = await Promise.all(
    (['resident', 'clerk', 'auditor'] as const).map(async (reading) => {
      const params = { kind: 'claim', subjectId: supplement.id, form: `decision-${reading}` }
      const { address } = await clerk(printPaper, { params, body: { part: made.decisionId } })
      return { name: `anew-paper-${reading}`, by: 'clerk' as const, path: address }
    }),
  )
  await take([
    { name: 'anew-list', by: 'auditor', path: '/redecisions' },
    { name: 'anew-done', by: 'reviewer', path: itsPage },
    { name: 'anew-drawer-more', by: 'clerk', path: drawerOf(more.decisionId), first: slidIn },
    { name: 'anew-drawer-less', by: 'auditor', path: drawerOf(less.decisionId), first: slidIn },
    { name: 'anew-supplement', by: 'clerk', path: `/claims/${supplement.id}` },
    { name: 'anew-claims', by: 'clerk', path: '/claims' },
    { name: 'anew-statement', by: 'auditor', path: '/budget/statements' },
    { name: 'anew-trail', by: 'auditor', path: `/trail/decision/${made.decisionId}` },
    { name: 'anew-trail-proposal', by: 'auditor', path: `/trail/redecision/${first}` },
    ...papers,
  ])
}
