import { Writable } from 'node:stream'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { Problem } from '../contract/public.ts'
import { answerBadAddress, answerProblems } from './problems.ts'

const MISSING = { zh: '参数没有值', en: 'the parameter has no value' }

/** An application that fails as asked, and the lines of its log. */
function givenApp(failure: Error) {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const app = fastify({ logger: { level: 'warn', stream }, frameworkErrors: answerBadAddress })
  answerProblems(app, {}, 1024)
  app.get('/:what', async () => {
    throw failure
  })
  return { app, lines }
}

it('logs what only the operator can mend, and tells the caller that it is not their mistake', async () => {
  const { app, lines } = givenApp(new Problem('conflict', MISSING, { code: 'parameter-not-set', operatorsFault: true }))
  const answer = await app.inject('/x')
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ code: 'parameter-not-set', detail: '参数没有值' })
  expect(lines.join('')).toContain('the parameter has no value')
})

it('does not log what the caller can mend', async () => {
  const { app, lines } = givenApp(new Problem('conflict', MISSING))
  expect((await app.inject('/x')).statusCode).toBe(409)
  expect(lines).toEqual([])
})

it('answers an address that cannot be read like any other refusal', async () => {
  const { app } = givenApp(new Error('never reached'))
  for (const url of ['/%ff', '/%zz', '/%']) {
    const answer = await app.inject({ url, headers: { 'accept-language': 'zh-CN' } })
    expect([url, answer.statusCode]).toEqual([url, 400])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.json().detail).toMatch(/^网址的写法不对/)
  }
})

it.each([
  ['lost', Object.assign(new Error('terminating connection'), { code: '57P01' }), /数据库暂时连不上/],
  ['silent', new Error('Query read timeout'), /数据库暂时连不上/],
  ['contended to the last try', Object.assign(new Error('deadlock detected'), { code: '40P01' }), /数据库暂时连不上/],
  ['stopped for its length', Object.assign(new Error('canceling statement'), { code: '57014' }), /用时太长/],
])(
  'a database that is %s is no failure of ours: 503, when to come again, nothing logged',
  async (_how, failure, said) => {
    const { app, lines } = givenApp(failure)
    const answer = await app.inject('/x')
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.json()).toMatchObject({ status: 503, detail: expect.stringMatching(said) as string })
    expect(lines).toEqual([])
  },
)
