import type { Signer } from '../../../platform/crypto/public.ts'

/** What a seal says: so many leaves, under this root, after that one. */
export type Seal = {
  readonly district: number
  readonly number: number
  readonly size: number
  readonly root: Buffer
  readonly previousRoot: Buffer
  readonly sealedAt: Date
  readonly keyId: string
}

/** A seal as it is signed and kept outside: one line that a person can read out. */
export type Checkpoint = Seal & { readonly signature: Buffer }

/** What the signature is over: the line up to it. */
export function sealText({ district, number, size, root, previousRoot, sealedAt, keyId }: Seal): string {
  return `shanjiang/${district} seal ${number} size ${size} root ${root.toString('hex')} previous ${previousRoot.toString('hex')} at ${sealedAt.toISOString()} key ${keyId}`
}

export function signSeal(signer: Signer, seal: Omit<Seal, 'keyId'>): Checkpoint {
  const named = { ...seal, keyId: signer.keyId }
  return { ...named, signature: signer.sign(sealText(named)) }
}

export function checkpointLine(checkpoint: Checkpoint): string {
  return `${sealText(checkpoint)} signature ${checkpoint.signature.toString('base64')}`
}

const LINE =
  /^shanjiang\/(\d{6}) seal (\d{1,9}) size (\d{1,15}) root ([0-9a-f]{64}) previous ([0-9a-f]{64}) at (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) key ([0-9a-f]{16}) signature ([A-Za-z0-9+/]{86}==)$/

/** The checkpoint of a line; undefined where it is none. */
export function readCheckpoint(line: string): Checkpoint | undefined {
  const [, district, number, size, root, previous, at, keyId, signature] = LINE.exec(line.trim()) ?? []
  if (signature === undefined) return undefined
  return {
    district: Number(district),
    number: Number(number),
    size: Number(size),
    root: Buffer.from(root!, 'hex'),
    previousRoot: Buffer.from(previous!, 'hex'),
    sealedAt: new Date(at!),
    keyId: keyId!,
    signature: Buffer.from(signature, 'base64'),
  }
}

export const provesSeal = (signer: Signer, checkpoint: Checkpoint) =>
  signer.proves(checkpoint.keyId, sealText(checkpoint), checkpoint.signature)
