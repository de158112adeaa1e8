import { expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import type { Certificate, CertificateKind } from '../store.ts'
import { lookUpFinding } from './checks.ts'
import { type Found, stillGoodFrom } from './rules.ts'

const TODAY = civilDate('2022-05-01')
const certificate = (kind: CertificateKind = 'SKILL_LEVEL'): Certificate => ({
  id: 'certificate',
  personId: 'person',
  number: 'S000033000001225000001',
  kind,
  occupationId: '2022/养老护理员',
  level: 'L5_JUNIOR',
  issuedOn: civilDate('2022-03-25'),
  toldBy: { kind: 'mark-sheet', id: 'sheet' },
  supersededBy: null,
})
const agreed: Found = {
  lookUpId: 'look-up',
  site: 'A_SITE_SINCE_REMOVED',
  lookedOn: civilDate('2022-03-28'),
  outcome: 'agrees',
  differing: [],
}

function said(
  { moment, found, days = null }: { moment: 'payment' | 'claim'; found?: Found; days?: number | null },
  { beforePayment = true, kind }: { beforePayment?: boolean; kind?: CertificateKind } = {},
) {
  const terms = { sites: [], beforePayment, maximumAgeDays: days }
  const mustBeKnown = moment === 'payment' && beforePayment
  const goodFrom = stillGoodFrom(terms, TODAY)
  const { outcome, action, sentence } = lookUpFinding('enrolment', certificate(kind), found, {
    terms,
    goodFrom,
    mustBeKnown,
  })
  return [outcome, action, sentence.zh]
}

it('holds a payment whose certificate was looked up too long ago, to the day', () => {
  expect(said({ moment: 'payment', found: agreed, days: 34 })[0]).toBe('passed')
  expect(said({ moment: 'payment', found: agreed, days: 33 })).toEqual([
    'failed',
    'hold',
    '证书 S000033000001225000001 的查验(2022-03-28)已超过33天,请重新查验',
  ])
  expect(said({ moment: 'claim', found: agreed, days: 33 })[0]).toBe('unavailable')
})

it('holds nothing where the county only notes, and blocks all the same what is not found', () => {
  const noted = { beforePayment: false }
  expect(said({ moment: 'payment' }, noted).slice(0, 2)).toEqual(['unavailable', undefined])
  const missing = { ...agreed, outcome: 'not-found' as const }
  expect(said({ moment: 'payment', found: missing }, noted).slice(0, 2)).toEqual(['failed', undefined])
})

it('does not ask about a certificate that stands on no public site', () => {
  expect(said({ moment: 'payment' }, { kind: 'COMPLETION' })[0]).toBe('not-applicable')
})

it('says the site by its code when the county no longer names it', () => {
  expect(said({ moment: 'payment', found: agreed })[2]).toContain('A_SITE_SINCE_REMOVED')
})
