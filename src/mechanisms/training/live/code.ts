import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Phase } from './rules.ts'

/*
 * What the instructor's screen shows, and the ticket a phone gets for having seen it. Real time; nothing of it is kept:
 * every code is a keyed hash of district, live session, phase and window, so one of another class, session or time is no
 * code here.
 */

/** The code changes so often; the one before and the one after count too, for slow cameras and clocks at the seam. */
export const WINDOW_MS = 30_000
const WINDOWS_ASIDE = 1

export type SignPhase = Exclude<Phase, 'closed'>

/** Whose code it is. */
export type CodeOf = { readonly district: number; readonly liveSessionId: string; readonly phase: SignPhase }

export const windowAt = (realTimeMs: number): number => Math.floor(realTimeMs / WINDOW_MS)

/** Until the code on the screen changes. */
export const untilNextMs = (realTimeMs: number): number => WINDOW_MS - (realTimeMs % WINDOW_MS)

const isNear = (window: number, now: number) => Math.abs(window - windowAt(now)) <= WINDOWS_ASIDE

const nameOf = ({ district, liveSessionId, phase }: CodeOf, window: number) =>
  `${district}|${liveSessionId}|${phase}|${window}`

const MAC_BYTES = 12
const UUID_BYTES = 16
const PHASES: readonly SignPhase[] = ['in', 'out']

const macOf = (vault: Vault, of: CodeOf, window: number) =>
  vault.lookup('training.live-code', nameOf(of, window)).subarray(0, MAC_BYTES)

const uuidBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const uuidText = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What the QR leads to, as the last part of its address: session, phase, window and the proof of them. */
export function codeAt(vault: Vault, of: CodeOf, realTimeMs: number): string {
  const window = windowAt(realTimeMs)
  const head = Buffer.alloc(UUID_BYTES + 5)
  uuidBytes(of.liveSessionId).copy(head)
  head.writeUInt8(PHASES.indexOf(of.phase), UUID_BYTES)
  head.writeUInt32BE(window, UUID_BYTES + 1)
  return Buffer.concat([head, macOf(vault, of, window)]).toString('base64url')
}

/** A code that is ours, however old. */
export type CodeRead = { readonly of: CodeOf; readonly window: number; readonly isFresh: boolean }

/** Reads a code; undefined for one that was never on a screen of this district. */
export function readCode(vault: Vault, district: number, code: string, realTimeMs: number): CodeRead | undefined {
  if (!/^[\w-]{44}$/.test(code)) return undefined
  const bytes = Buffer.from(code, 'base64url')
  const phase = PHASES[bytes.readUInt8(UUID_BYTES)]
  if (!phase) return undefined
  const of = { district, liveSessionId: uuidText(bytes.subarray(0, UUID_BYTES)), phase }
  const window = bytes.readUInt32BE(UUID_BYTES + 1)
  const isOurs = timingSafeEqual(bytes.subarray(UUID_BYTES + 5), macOf(vault, of, window))
  return isOurs ? { of, window, isFresh: isNear(window, realTimeMs) } : undefined
}

/** The same as six digits, for who has no camera. */
export function digitsAt(vault: Vault, of: CodeOf, realTimeMs: number): string {
  return digitsOf(vault, of, windowAt(realTimeMs))
}

function digitsOf(vault: Vault, of: CodeOf, window: number): string {
  const number = vault.lookup('training.live-digits', nameOf(of, window)).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}

/** Of the sessions open now the one whose digits these are; undefined where none or, by chance, several have them. */
export function sessionOfDigits<T extends CodeOf>(
  vault: Vault,
  open: readonly T[],
  digits: string,
  realTimeMs: number,
): T | undefined {
  const now = windowAt(realTimeMs)
  const found = open.filter((each) =>
    [now - 1, now, now + 1].some((window) => digitsOf(vault, each, window) === digits),
  )
  return found.length === 1 ? found[0] : undefined
}

/** How long a phone that has seen the code may take over the rest: who has to wait for a short message is not late for it. */
export const TICKET_LASTS_MS = 5 * 60_000

/** That this very device has seen the code of a session, when, and how. */
export type Ticket = CodeOf & { readonly seenAt: number; readonly method: 'qr' | 'code' }

const METHODS: readonly Ticket['method'][] = ['qr', 'code']

const ticketMac = (vault: Vault, district: number, head: Buffer, device: Buffer) =>
  vault
    .lookup('training.sign-ticket', `${district}|${head.toString('hex')}|${device.toString('hex')}`)
    .subarray(0, MAC_BYTES)

export function ticketOf(vault: Vault, ticket: Ticket, device: Buffer): string {
  const head = Buffer.alloc(UUID_BYTES + 8)
  uuidBytes(ticket.liveSessionId).copy(head)
  head.writeUInt8(PHASES.indexOf(ticket.phase), UUID_BYTES)
  head.writeUInt8(METHODS.indexOf(ticket.method), UUID_BYTES + 1)
  head.writeUIntBE(ticket.seenAt, UUID_BYTES + 2, 6)
  return Buffer.concat([head, ticketMac(vault, ticket.district, head, device)]).toString('base64url')
}

/** Reads a ticket on the device it was given to; undefined for any other, and once it is over. */
export function readTicket(
  vault: Vault,
  district: number,
  text: string,
  { device, realTimeMs }: { readonly device: Buffer; readonly realTimeMs: number },
): Ticket | undefined {
  if (!/^[\w-]{48}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const head = bytes.subarray(0, UUID_BYTES + 8)
  if (!timingSafeEqual(bytes.subarray(UUID_BYTES + 8), ticketMac(vault, district, head, device))) return undefined
  const seenAt = head.readUIntBE(UUID_BYTES + 2, 6)
  const phase = PHASES[head.readUInt8(UUID_BYTES)]
  const method = METHODS[head.readUInt8(UUID_BYTES + 1)]
  if (!phase || !method || realTimeMs - seenAt > TICKET_LASTS_MS || seenAt > realTimeMs) return undefined
  return { district, liveSessionId: uuidText(head.subarray(0, UUID_BYTES)), phase, seenAt, method }
}
