// Reads the imports of TypeScript files, with SWC: the fastest parser that knows both TypeScript and JSX.
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from '@swc/core'

/** Every import and re-export of a file: `{ from, to, typeOnly, core, missing }`, paths relative to the root. */
export function importsOf(root, path) {
  const { body } = parseSync(readFileSync(join(root, path), 'utf8'), {
    syntax: 'typescript',
    tsx: path.endsWith('.tsx'),
    target: 'es2022',
  })
  const found = []
  for (const node of body) {
    const source = node.source?.value
    if (source !== undefined) found.push({ source, typeOnly: typeOnly(node) })
  }
  for (const source of dynamicImports(body)) found.push({ source, typeOnly: false })
  return found.map(({ source, typeOnly }) => ({ from: path, typeOnly, ...resolve(root, path, source) }))
}

function typeOnly(node) {
  if (node.typeOnly) return true
  return node.type === 'ImportDeclaration' && node.specifiers.length > 0 && node.specifiers.every((s) => s.isTypeOnly)
}

function* dynamicImports(node) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'CallExpression' && node.callee?.type === 'Import') {
    const argument = node.arguments[0]?.expression
    if (argument?.type === 'StringLiteral') yield argument.value
  }
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const each of value) yield* dynamicImports(each)
    else if (value && typeof value === 'object') yield* dynamicImports(value)
  }
}

function resolve(root, path, source) {
  if (source.startsWith('.')) {
    const to = normalize(join(dirname(path), source))
      .replaceAll('\\', '/')
      .replace(/\?.*$/, '')
    return { to, core: false, missing: !existsSync(join(root, to)) }
  }
  const core = source.startsWith('node:') || builtinModules.includes(source)
  return { to: core ? source : `node_modules/${source}`, core, missing: false }
}
