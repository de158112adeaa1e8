/**
 * Splits SQL text into single statements: one statement per protocol message is what Citus demands.
 * Knows quotes, dollar quotes and comments; comments are kept with the statement that follows.
 */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let at = 0
  while (at < sql.length) {
    const rest = sql.slice(at)
    const skipped = /^(--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\2)/.exec(rest)
    if (skipped) {
      at += skipped[0].length
    } else if (sql[at] === ';') {
      statements.push(sql.slice(start, at).trim())
      at += 1
      start = at
    } else {
      at += 1
    }
  }
  statements.push(sql.slice(start).trim())
  return statements.filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '')
}
