import { createHash } from 'node:crypto'

/*
 * Under which key the registry counts a benefit besides its person: an organisation by its credit code, which is one in every
 * county, as what it is to the benefit; a certificate by its number together with the keyed hash of whose it is, so that
 * nobody can try numbers.
 */
export const organisationKey = (kind: 'employer' | 'provider', uscc: string) => hashOf(kind, uscc)

export const studioKey = (studioId: string) => hashOf('studio', studioId)

export const certificateKey = (personLookup: Buffer, number: string) =>
  hashOf('certificate', personLookup.toString('hex'), number)

function hashOf(...said: readonly string[]): Buffer {
  return createHash('sha256').update(said.join('\u0000')).digest()
}
