/** The least a Fastify server under tsx can be: what our start is measured against. */
import fastify from 'fastify'

const app = fastify()
app.get('/', async () => 'hello')
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
