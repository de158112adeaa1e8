/** Asks until there is an answer. A slow machine only makes it longer; what never comes is given up after ten minutes. */
export async function until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const started = Date.now()
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() - started > 600_000) throw new Error(`${what}: not in ten minutes`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
