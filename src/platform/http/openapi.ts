import { z } from 'zod'
import { changes, type Endpoint, sendsBody } from '../contract/public.ts'

/** The OpenAPI 3.1 document of all operations, from their contracts alone; its snapshot is in the repository. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of [...endpoints].sort((a, b) =>
    `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'),
  )) {
    const path = `/{district}/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return { openapi: '3.1.0', info: { title: 'Shanjiang', version }, paths }
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] }

const shapeOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return schema
}

function operationOf(endpoint: Endpoint): Record<string, unknown> {
  const params = shapeOf(endpoint.params, 'input') as ObjectSchema
  const query = shapeOf(endpoint.query, 'input') as ObjectSchema
  const named = (place: string, schema: ObjectSchema) =>
    Object.entries(schema.properties ?? {}).map(([name, shape]) => ({
      name,
      in: place,
      required: place === 'path' || (schema.required ?? []).includes(name),
      schema: shape,
    }))
  const parameters = [
    { name: 'district', in: 'path', required: true, schema: { type: 'integer' } },
    ...named('path', params),
    ...named('query', query),
    ...(changes(endpoint) && endpoint.may !== 'anyone'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 200 },
          },
        ]
      : []),
  ]
  const content = endpoint.upload
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: shapeOf(endpoint.body, 'input') } }
  return {
    summary: endpoint.summary,
    'x-may': endpoint.may,
    ...(endpoint.fresh ? { 'x-fresh-second-factor': true } : {}),
    ...(endpoint.quota ? { 'x-quota': endpoint.quota } : {}),
    ...(endpoint.quotaIf ? { 'x-quota-if': endpoint.quotaIf } : {}),
    parameters,
    ...(sendsBody(endpoint) ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: {
        description: 'Done',
        content: endpoint.download
          ? { [endpoint.download]: {} }
          : { 'application/json': { schema: shapeOf(endpoint.returns, 'output') } },
      },
      default: { description: 'A problem document (RFC 9457)', content: { 'application/problem+json': {} } },
    },
  }
}
