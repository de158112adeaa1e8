import { z } from 'zod'
import { Problem } from '../../../platform/contract/public.ts'
import { fenFromText, fenToText } from '../../values/public.ts'
import { itemsOf } from '../packs/document-problems.ts'
import { CAUSES, type KeptDecision } from './store.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Fen = z.string().regex(/^\d{1,18}$/)

/** A decision with everything it was answered from, on its own: read and replayed years later without a database. */
export const DecisionFile = z.strictObject({
  format: z.literal('shanjiang-decision/1'),
  district: z.int(),
  /** The payments that were made on it. */
  references: z.array(z.string()),
  decision: z.strictObject({
    id: z.string(),
    factId: z.string(),
    personId: z.string(),
    groupId: z.string(),
    scheme: z.string(),
    schemeVersion: z.string(),
    packSha256: Sha256,
    cause: z.enum(CAUSES),
    /** Absent in files of before decisions followed one another. */
    followsId: z.string().nullable().default(null),
    facts: z.unknown(),
    answer: z.enum(['eligible', 'not-eligible', 'not-known', 'not-applicable']),
    valueFen: Fen,
    subtractedFen: Fen,
    effectiveFen: Fen,
    trace: z.unknown(),
    contentSha256: Sha256,
    businessAt: z.iso.datetime(),
  }),
  pack: z.unknown(),
})
export type DecisionFile = z.infer<typeof DecisionFile>

export function writeDecisionFile(
  decision: KeptDecision,
  { district, pack, references }: Pick<DecisionFile, 'district' | 'pack' | 'references'>,
): DecisionFile {
  return {
    format: 'shanjiang-decision/1',
    district,
    references,
    decision: {
      ...decision,
      packSha256: decision.packSha256.toString('hex'),
      contentSha256: decision.contentSha256.toString('hex'),
      valueFen: fenToText(decision.valueFen),
      subtractedFen: fenToText(decision.subtractedFen),
      effectiveFen: fenToText(decision.effectiveFen),
      businessAt: decision.businessAt.toISOString(),
    },
    pack,
  }
}

/** Reads such a file back; one that is not such a file is refused with every fault. */
export function readDecisionFile(text: string): Omit<DecisionFile, 'decision'> & { readonly decision: KeptDecision } {
  const read = DecisionFile.safeParse(jsonOf(text), { reportInput: true })
  if (!read.success) throw notADecision(itemsOf(read.error.issues))
  const { decision, ...rest } = read.data
  return {
    ...rest,
    decision: {
      ...decision,
      packSha256: Buffer.from(decision.packSha256, 'hex'),
      contentSha256: Buffer.from(decision.contentSha256, 'hex'),
      valueFen: fenFromText(decision.valueFen),
      subtractedFen: fenFromText(decision.subtractedFen),
      effectiveFen: fenFromText(decision.effectiveFen),
      businessAt: new Date(decision.businessAt),
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notADecision([])
  }
}

function notADecision(items: ReturnType<typeof itemsOf>): Problem {
  return new Problem(
    'not-acceptable',
    {
      zh: `这不是一份判定文件,请选择从本系统导出的判定文件${items.map((item) => `;${item.at}:${item.sentence.zh}`).join('')}`,
      en: `This is no file of a decision: choose one exported from this system${items.map((item) => `; ${item.at}: ${item.sentence.en}`).join('')}`,
    },
    { items, code: 'not-a-decision-file' },
  )
}
