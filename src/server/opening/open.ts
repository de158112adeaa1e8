import { z } from 'zod'
import { listAccounts, saveAccount } from '../../kernel/access/public.ts'
import { makeLink } from '../../kernel/access/accounts/invite.ts'
import { savePersons } from '../../kernel/people/public.ts'
import { recordAct } from '../../kernel/record/public.ts'
import { hasDivision, listDistricts, saveCounty, saveDistrict } from '../../kernel/reference/public.ts'
import {
  checkIdentityNumber,
  checkPhone,
  civilDateOf,
  isDivisionCode,
  newId,
  readPersonName,
} from '../../kernel/values/public.ts'
import { Problem, type ProblemItem } from '../../platform/contract/public.ts'
import type { Vault } from '../../platform/crypto/public.ts'
import { type Db, inDistrict } from '../../platform/db/public.ts'
import { openingWords } from './words.ts'

const LINK_DAYS = 3

/** A county as its operator describes it, once. */
const CountyFile = z.strictObject({
  district: z.int().min(100_000).max(999_999),
  bureau: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Where the platform does not know the county yet: its name, and its towns, which sites are in. */
  division: z
    .strictObject({
      zh: z.string().min(1),
      en: z.string().min(1),
      towns: z
        .array(
          z.strictObject({
            zh: z.string().min(1),
            en: z.string().min(1),
            kind: z.enum(['street', 'town', 'township']),
          }),
        )
        .min(1),
    })
    .optional(),
  filingNumber: z.string(),
  consultationPhone: z.string().min(1),
  supervisionPhone: z.string().min(1),
  administrators: z.array(
    z.strictObject({
      account: z.string().regex(/^[\p{L}\p{N}._-]{2,64}$/u),
      name: z.string().min(1),
      identityNumber: z.string().min(1),
      phone: z.string(),
    }),
  ),
})
type CountyFile = z.infer<typeof CountyFile>

export type Opened = {
  readonly district: number
  readonly bureau: string
  readonly days: number
  readonly administrators: readonly { readonly account: string; readonly name: string; readonly path: string }[]
}

/**
 * Makes a real county: the district, and its first administrators, each with a one-time link by which they set their own
 * password. From then on they invite everybody else. Every problem of the file is told at once.
 */
export async function openCounty(needs: { db: Db; vault: Vault }, document: unknown, now: Date): Promise<Opened> {
  const county = await readCounty(needs.db, document, now)
  const code = String(county.district)
  if (county.division && !(await hasDivision(needs.db, code))) await saveCounty(needs.db, { code, ...county.division })
  await saveDistrict(needs.db, {
    district: county.district,
    divisionCode: code,
    demonstration: false,
    bureauZh: county.bureau.zh,
    bureauEn: county.bureau.en,
    filingNumber: county.filingNumber,
    supervisionPhone: county.supervisionPhone,
    consultationPhone: county.consultationPhone,
  })
  const administrators = await inDistrict(needs.db, county.district, async (tx) => {
    await recordAct(tx, {
      id: newId(),
      act: 'county.opened',
      subjectKind: 'district',
      subjectId: newId(),
      actor: null,
      at: now,
      detail: { district: county.district, administrators: county.administrators.map(({ account }) => account) },
    })
    const made = []
    for (const each of county.administrators) {
      const identity = checkIdentityNumber(each.identityNumber, { today: civilDateOf(now) })
      const name = readPersonName(each.name)
      if (!identity.ok || !name.ok) throw new Error('The county’s file was not read as it was checked.')
      const phone = each.phone === '' ? null : checkPhone(each.phone)
      const { value: identityNumber, sex, birthDate } = identity
      const person = {
        id: newId(),
        name: name.value,
        identityNumber,
        sex,
        birthDate,
        phone: phone?.ok ? phone.value : null,
      }
      const personId = (await savePersons(tx, needs.vault, [person])).get(identityNumber)!
      const account = { id: newId(), name: each.account, personId, organisationId: null, passwordHash: null }
      await saveAccount(tx, { ...account, roles: ['administrator'], activeFrom: civilDateOf(now), activeTo: null })
      // Nobody of the county was there yet to invite them: the link is the operator's.
      const { token } = await makeLink(tx, account.id, LINK_DAYS, { accountId: account.id, personId })
      made.push({ account: each.account, name: name.value, path: `/${county.district}/console/invitation#${token}` })
    }
    return made
  })
  return { district: county.district, bureau: county.bureau.zh, days: LINK_DAYS, administrators }
}

async function readCounty(db: Db, document: unknown, now: Date): Promise<CountyFile> {
  const read = CountyFile.safeParse(document)
  if (!read.success) {
    const items = read.error.issues.map(({ path, message }) => ({
      at: path.join('.'),
      sentence: { zh: `${path.join('.')}:${message}`, en: `${path.join('.')}: ${message}` },
    }))
    throw new Problem('not-acceptable', openingWords.refused, { items, code: 'county-file' })
  }
  const items = await problemsOf(db, read.data, now)
  if (items.length > 0) throw new Problem('not-acceptable', openingWords.refused, { items, code: 'county-file' })
  return read.data
}

/** What still stands as the guide has it, and telephones that nobody can call: residents would read them on every page. */
function unfilled(county: CountyFile): ProblemItem[] {
  const { bureau, division, filingNumber, consultationPhone, supervisionPhone } = county
  const texts = { 'bureau.zh': bureau.zh, 'bureau.en': bureau.en, filingNumber, consultationPhone, supervisionPhone }
  const towns = (division ? [division, ...division.towns] : []).map(({ zh }) => ['division', zh] as const)
  const open = [...Object.entries(texts), ...towns].filter(([, text]) => /…|\.{3}/.test(text))
  const uncallable = Object.entries({ consultationPhone, supervisionPhone }).filter(
    ([at, text]) => !open.some(([place]) => place === at) && text.replace(/\D/g, '').length < 5,
  )
  return [
    ...open.map(([at, text]) => ({ at, sentence: openingWords.unfilled(text) })),
    ...uncallable.map(([at, text]) => ({ at, sentence: openingWords.noTelephone(text) })),
  ]
}

async function problemsOf(db: Db, county: CountyFile, now: Date): Promise<ProblemItem[]> {
  const { district, division, administrators } = county
  const items: ProblemItem[] = unfilled(county)
  if (!isDivisionCode(String(district)) || district % 100 === 0)
    items.push({ at: 'district', sentence: openingWords.notACounty(district) })
  else if (!division && !(await hasDivision(db, String(district))))
    items.push({ at: 'division', sentence: openingWords.noDivision(district) })
  const known = (await listDistricts(db)).find((each) => each.district === district)
  if (known?.demonstration) items.push({ at: 'district', sentence: openingWords.demonstration(district) })
  // One that was begun and broken off has nobody yet, and is begun again.
  else if (known && (await inDistrict(db, district, listAccounts)).length > 0)
    items.push({ at: 'district', sentence: openingWords.exists(district) })
  if (administrators.length < 2) items.push({ at: 'administrators', sentence: openingWords.twoAdministrators })
  const numbers = new Set<string>()
  const names = new Set<string>()
  for (const [at, each] of administrators.entries()) {
    const place = `administrators.${at}`
    const identity = checkIdentityNumber(each.identityNumber, { today: civilDateOf(now), demonstration: false })
    if (!identity.ok) items.push(...identity.problems.map((sentence) => ({ at: `${place}.identityNumber`, sentence })))
    else if (numbers.has(identity.value))
      items.push({ at: `${place}.identityNumber`, sentence: openingWords.samePerson })
    else numbers.add(identity.value)
    const name = readPersonName(each.name)
    if (!name.ok) items.push(...name.problems.map((sentence) => ({ at: `${place}.name`, sentence })))
    const phone = each.phone === '' ? null : checkPhone(each.phone)
    if (phone && !phone.ok) items.push(...phone.problems.map((sentence) => ({ at: `${place}.phone`, sentence })))
    if (names.has(each.account))
      items.push({ at: `${place}.account`, sentence: openingWords.sameAccount(each.account) })
    names.add(each.account)
  }
  return items
}
