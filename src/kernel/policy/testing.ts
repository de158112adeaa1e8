import type { Sentence } from '../../platform/contract/public.ts'
import type { Db, Tx } from '../../platform/db/public.ts'
import { type CivilDate, divisionCode, newId } from '../values/public.ts'
import { type Facts, type FactScalar, type FactValue, known, unknown } from './facts/facts.ts'
import { compile } from './deciding/compile.ts'
import { contentHash } from './decisions/content-hash.ts'
import { keepDocument } from './decisions/store.ts'
import { publishVersion } from './editing/publish.ts'
import { findDraft, type Hand, insertDraft, insertProposal } from './editing/store.ts'
import type { Scheme } from './packs/library.ts'
import { readPack } from './packs/pack.ts'
import { layersOf, readPolicies } from './packs/policy-files.ts'
import { type Parameters, regionsOf, resolveParameters } from './parameters/parameters.ts'

const words = (text: string): Sentence => ({ zh: text, en: text })
const FROM = { source: 'test', asOf: '2022-03-31' }

/** The parameters shipped with the platform, as they apply in a county on a day. */
export function shippedParameters(county: string, on: CivilDate): Parameters {
  return resolveParameters(layersOf(readPolicies(), regionsOf(divisionCode(county))), on)
}

/** Facts from plain values; `null` is a fact that somebody looked for and did not get. */
export function givenFacts(values: Record<string, FactScalar | FactValue | null>): Facts {
  const facts = Object.entries(values).map(([key, value]): [string, FactValue] => {
    if (value === null) return [key, unknown(words('尚未收到'), FROM)]
    return [key, typeof value === 'object' && 'state' in value ? value : known(value, FROM)]
  })
  return Object.fromEntries(facts)
}

/** A small valid pack; what a test is about is written over it. */
export function givenPack(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    scheme: 'test.scheme',
    version: '2022-01',
    title: words('测试政策'),
    authority: words('测试局'),
    region: '331102',
    funds: ['EMPLOYMENT_SUBSIDY_FUND'],
    record: 'here',
    inForce: { by: 'training', from: '2022-01-01' },
    trigger: 'training.completed',
    beneficiary: 'person',
    payee: 'person',
    clauses: { c1: { doc: '《测试办法》', article: '第一条', text: '…', source: 'TEST' } },
    conditions: [{ id: 'theory', label: words('理论'), cite: 'c1', fact: 'marks.theory', atLeast: 60 }],
    amount: {
      table: 'byLevel',
      label: words('标准'),
      cite: 'c1',
      axes: ['class.level'],
      rows: [
        { at: ['L5_JUNIOR'], fen: 100_000 },
        { at: ['L4_INTERMEDIATE'], fen: 150_000 },
      ],
    },
    checks: { '*': { onUnavailable: 'note' } },
    cases: [
      { name: 'passes', given: { 'marks.theory': 60, 'class.level': 'L5_JUNIOR' }, expect: { eligible: 100_000 } },
    ],
    ...over,
  }
}

/** A small pack as a scheme ready to decide; its document is kept, so that decisions can refer to it. */
export async function givenScheme(db: Db, over: Record<string, unknown>): Promise<Scheme> {
  const document = givenPack(over)
  const program = compile(document)
  const { pack } = program
  const sha256 = contentHash(document)
  const named = { region: pack.region, name: pack.scheme, version: pack.version }
  await keepDocument(db, { sha256: Buffer.from(sha256, 'hex'), kind: 'pack', ...named, document })
  return { pack, sha256, program, onUnavailable: () => 'note' }
}

/** Publishes a document for the transaction's district, as two people would who found nothing wrong with it. */
export async function givenPublished(
  tx: Tx,
  document: Record<string, unknown>,
  [proposer, publisher]: readonly [string, string],
): Promise<string> {
  const pack = readPack(document)
  const hand = (personId: string): Hand => ({ personId, accountId: newId(), at: tx.now })
  const sha256 = Buffer.from(contentHash(document), 'hex')
  const draftId = newId()
  const begunFrom = `${pack.scheme} ${pack.version}`
  const begun = hand(proposer)
  await insertDraft(tx, { id: draftId, scheme: pack.scheme, begunFrom, begunSha256: sha256, note: '', begun }, document)
  const { scheme, version } = pack
  const said = { documentNumber: '测人社〔2022〕1号', reason: '测试' }
  const proposal = { id: newId(), draftId, nth: 1, revision: 1, scheme, version, sha256, ...said, proposed: begun }
  await insertProposal(tx, proposal)
  const draft = (await findDraft(tx, draftId))!
  const notice = { title: words('测试'), paragraphs: [] }
  return publishVersion(tx, { draft, proposal, document, notice }, { ...hand(publisher), reason: '', newId })
}
