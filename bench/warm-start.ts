/** From the command to the first page, when everything is installed, built and migrated: ours, a bare Fastify under tsx, and Node itself. */
import { execFileSync } from 'node:child_process'
import { givenDataDir, startServer } from './server.ts'
import { bestOf } from './timing.ts'

const ROUNDS = 3
const data = givenDataDir()
const env = { SHANJIANG_DATA: data.dataDir }

/** Started and stopped `ROUNDS` times; the best time to the first answer. The database stays up between, as it does for people. */
async function bestStart(file: string, port: number, path: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startServer(file, env, port, path)
    best = Math.min(best, server.answeredMs)
    await server.stop()
  }
  return best
}

const first = await startServer('src/server.ts', env, 3392, '/331102/')
await first.stop()
const ours = await bestStart('src/server.ts', 3392, '/331102/')
const bare = await bestStart('bench/bare-hello.ts', 3393, '/')
const node = await bestOf(ROUNDS, async () => execFileSync(process.execPath, ['-e', '0']))
console.log(`first start, database and two counties made   ${first.answeredMs.toFixed(0)} ms`)
console.log(`warm start to the first page                  ${ours.toFixed(0)} ms`)
console.log(`bare Fastify under tsx to its first answer    ${bare.toFixed(0)} ms`)
console.log(`node -e 0                                     ${node.toFixed(0)} ms`)
console.log(`ratio ours / bare: ${(ours / bare).toFixed(1)}`)
await data.drop()
