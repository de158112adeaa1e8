/**
 * One idempotency key per intent. Until an intent succeeds, asking for the same thing again uses the same key, so a
 * request whose answer was lost is never carried out twice (the server keeps keys of successes only, in the
 * transaction of the work). Different input, or the same input after a success, is a new intent.
 */
export class Intents {
  readonly #keys = new Map<string, string>()
  readonly #newKey: () => string

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.#newKey = newKey
  }

  keyFor(fingerprint: string): string {
    const key = this.#keys.get(fingerprint) ?? this.#newKey()
    this.#keys.set(fingerprint, key)
    return key
  }

  succeeded(fingerprint: string): void {
    this.#keys.delete(fingerprint)
  }
}

/** What makes two requests the same intent: the input, and the chosen file by its name, size and time. */
export function fingerprintOf(input: { params?: unknown; query?: unknown; body?: unknown; file?: Blob }): string {
  const { params, query, body, file } = input
  const chosen = file instanceof File ? [file.name, file.size, file.lastModified] : file ? [file.size] : []
  return JSON.stringify([params ?? {}, query ?? {}, body ?? {}, chosen])
}
