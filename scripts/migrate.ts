/** `npm run db:migrate`: brings the schema up to date without starting Shipshape. */
import { plainly } from '../src/advice.ts'
import { answering, openEmbedded, openPostgres } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'

async function main() {
  const url = process.env.DATABASE_URL
  const database = url ? openPostgres(url) : await openEmbedded(process.env.DATA_DIR || '.data')
  await answering(database)
  await migrate(database)
  await database.close()
  console.log('The schema is up to date.')
}

main().catch((error) => {
  console.error(plainly(error, process.env))
  process.exit(1)
})
