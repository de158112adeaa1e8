import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { documentKindOf, keepFile } from '../../../platform/files/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, maskPhone, newId, type Phone, withoutLongNumbers } from '../../values/public.ts'
import { type CorrectionItem, LONGEST } from './rules.ts'
import { type Correction, findCorrectionOfForm, insertCorrection } from './store.ts'

const MOST_BYTES = 5 * 1024 * 1024

/** Whether a paper can be kept: a whole photo or PDF of a bearable size. */
export const isKeepable = (bytes: Buffer): boolean =>
  bytes.length <= MOST_BYTES && documentKindOf(bytes)?.whole === true

/** Somebody asks for something about themselves to be put right; the same form sent twice is one request. */
export async function makeCorrection(
  tx: Tx,
  vault: Vault,
  given: {
    readonly personId: string
    readonly item: CorrectionItem
    /** What it should be; of a telephone the number itself is in `phone`. */
    readonly shouldBe: string
    readonly phone: Phone | null
    readonly why: string
    readonly paper: Buffer | null
    readonly formKey: string
  },
): Promise<Correction> {
  const before = await findCorrectionOfForm(tx, given.personId, given.formKey)
  if (before) return before
  const id = newId()
  const year = Number(civilDateOf(tx.now).slice(0, 4))
  const number = formatNumber('G-{year}-{serial:4}', { year, serial: await nextSerial(tx, 'correction', year) })
  const { personId, item, phone, formKey } = given
  const request = {
    id,
    number,
    personId,
    item,
    shouldBe: (phone ? maskPhone(phone) : withoutLongNumbers(given.shouldBe)).slice(0, LONGEST.shouldBe),
    why: withoutLongNumbers(given.why).slice(0, LONGEST.why),
    phone: phone
      ? {
          sealed: vault.seal(placeOf('people.correction_requests.phone_sealed', tx.district, id), phone),
          masked: maskPhone(phone),
        }
      : null,
    file: given.paper ? await kept(tx, vault, given.paper) : null,
    formKey,
    businessAt: tx.now,
  }
  await insertCorrection(tx, request)
  await recordAct(tx, {
    id: newId(),
    act: 'correction.asked',
    subjectKind: 'person',
    subjectId: personId,
    actor: null,
    at: tx.now,
    detail: { number, item },
  })
  return { ...request, answers: [] }
}

async function kept(tx: Tx, vault: Vault, bytes: Buffer) {
  const kind = documentKindOf(bytes)
  if (!kind) throw new Error('a paper that is no document was to be kept')
  // The name it has on somebody's phone tells more of them than we need.
  const fileName = `附件.${kind.name.toLowerCase()}`
  const file = await keepFile(tx, vault, { id: newId(), name: fileName, mediaType: kind.type, bytes, createdBy: null })
  return { fileId: file.id, fileName, mediaType: kind.type, sizeBytes: file.sizeBytes }
}
