import { expect, it } from 'vitest'
import { statementsOf } from './statements.ts'

it('ends a statement at a semicolon that stands outside quotes, dollar quotes and comments', () => {
  const text = `create table a (b text default ';'); -- not; here
/* nor; here */ create function f() returns void language plpgsql as $$ begin perform 1; end $$;
select "odd;name" from a`
  expect(statementsOf(text)).toEqual([
    `create table a (b text default ';')`,
    `-- not; here\n/* nor; here */ create function f() returns void language plpgsql as $$ begin perform 1; end $$`,
    'select "odd;name" from a',
  ])
})

it('finds nothing in comments alone', () => {
  expect(statementsOf('-- only words;\n\n')).toEqual([])
})
