import type { Sql, TransactionSql } from 'postgres'

/**
 * Makes every statement with parameters a prepared one, once per connection. Drizzle leaves them unprepared, and such a
 * statement is parsed and planned each time, and takes two trips to the server.
 */
export function preparing<C extends Sql | TransactionSql>(client: C): C {
  const { unsafe } = client
  const prepared: Sql['unsafe'] = (text, values, options) =>
    unsafe(text, values, { ...options, prepare: values !== undefined && values.length > 0 })
  Object.assign(client, { unsafe: prepared })
  // Both hand over a client of their own.
  if ('begin' in client) {
    const begin = client.begin.bind(client)
    Object.assign(client, { begin: (work: Work) => begin((tx) => work(preparing(tx))) })
  }
  if ('savepoint' in client) {
    const savepoint = client.savepoint.bind(client)
    Object.assign(client, { savepoint: (work: Work) => savepoint((tx) => work(preparing(tx))) })
  }
  return client
}

type Work = (tx: TransactionSql) => unknown
