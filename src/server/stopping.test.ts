import fastify from 'fastify'
import { expect, it } from 'vitest'
import { answerProblems } from '../platform/http/public.ts'
import { type Draining, drain, refuseWhileStopping } from './stopping.ts'

function givenApp() {
  const draining: Draining = { begun: false }
  const app = fastify({ return503OnClosing: false })
  answerProblems(app, {}, 1024)
  refuseWhileStopping(app, draining)
  app.get('/never', () => new Promise(() => undefined))
  app.get('/331102/api/x', async () => ({ done: true }))
  return { app, draining }
}

it('a request that never ends is cut when patience is over, so that the process ends all the same', async () => {
  const { app, draining } = givenApp()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const cut = fetch(`${address}/never`).then(
    () => false,
    () => true,
  )
  await fetch(`${address}/331102/api/x`)
  const begun = Date.now()
  await drain(app, { draining, stopOutbox: async () => undefined, patienceMs: 500 })
  expect(Date.now() - begun).toBeLessThan(5_000)
  expect(await cut).toBe(true)
})

it('what still comes in over an open connection is told to come again, in a problem document', async () => {
  const { app, draining } = givenApp()
  draining.begun = true
  const answer = await app.inject({ url: '/331102/api/x', headers: { 'accept-language': 'zh-CN' } })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers).toMatchObject({ 'retry-after': '5', connection: 'close' })
  expect(answer.json()).toMatchObject({ detail: expect.stringMatching(/正在重启.*再试/) as string })
})
