import { Agent, request } from 'node:http'

export type Measured = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly failures: number
}

/** Asks an address over kept connections, `atOnce` at a time, and says how fast it answered. Failures are counted, not hidden. */
export async function ask(
  address: string,
  headers: Record<string, string>,
  options: { times: number; atOnce: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.atOnce })
  const took: number[] = []
  let failures = 0
  let left = options.times
  const started = performance.now()
  await Promise.all(
    Array.from({ length: options.atOnce }, async () => {
      while (left > 0) {
        left -= 1
        const from = performance.now()
        if ((await statusOf(address, headers, agent)) !== 200) failures += 1
        took.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  took.sort((a, b) => a - b)
  return {
    perSecond: options.times / seconds,
    p50Ms: took[Math.floor(took.length / 2)]!,
    p99Ms: took[Math.floor(took.length * 0.99)]!,
    failures,
  }
}

function statusOf(address: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end()
  })
}

export function line(name: string, measured: Measured): string {
  const { perSecond, p50Ms, p99Ms, failures } = measured
  return `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50Ms.toFixed(2)} ms   p99 ${p99Ms.toFixed(2)} ms   failures ${failures}`
}
