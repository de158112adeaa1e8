/** Hands things on some thousands at a time; one batch is on its way while the next is being filled. */
export class Batches<T> {
  readonly #size: number
  readonly #send: (batch: readonly T[]) => Promise<void>
  #batch: T[] = []
  /** Never rejects: a failure waits here until the next batch, or the end, tells it. */
  #onItsWay: Promise<{ readonly failure: unknown } | undefined> = Promise.resolve(undefined)

  constructor(size: number, send: (batch: readonly T[]) => Promise<void>) {
    this.#size = size
    this.#send = send
  }

  /** Returns a promise only when there is something to wait for: most calls cost a push. */
  add(one: T): Promise<void> | undefined {
    return this.#batch.push(one) < this.#size ? undefined : this.#next()
  }

  /** Sends what is left and waits for all of it. */
  async end(): Promise<void> {
    if (this.#batch.length > 0) await this.#next()
    await this.#arrived()
  }

  /** Waits for what is on its way, whatever becomes of it: a connection does one thing at a time. */
  async idle(): Promise<void> {
    await this.#onItsWay
  }

  async #next(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    await this.#arrived()
    this.#onItsWay = this.#send(batch).then(
      () => undefined,
      (failure: unknown) => ({ failure }),
    )
  }

  async #arrived(): Promise<void> {
    const failed = await this.#onItsWay
    if (failed) throw failed.failure
  }
}
