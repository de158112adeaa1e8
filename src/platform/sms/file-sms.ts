import { appendFile } from 'node:fs/promises'

/** One short message to one phone. */
export type Sms = { readonly district: number; readonly phone: string; readonly text: string }

/** Where short messages go out. An operator's own gateway is another of these. */
export type SmsGate = { send(sms: Sms): Promise<void> }

/**
 * Sends nothing: what would go out is added to a file of the data directory, one line each, for a trial and for
 * development. The number is written masked, as everywhere outside the vault.
 */
export function fileSms(path: string): SmsGate {
  return {
    async send({ district, phone, text }) {
      const line = { at: new Date().toISOString(), district, to: `${phone.slice(0, 3)}****${phone.slice(-4)}`, text }
      await appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600 })
    },
  }
}
