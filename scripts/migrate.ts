/** `npm run db:migrate`: brings the schema up to date without starting Shipshape. */
import { openEmbedded, openPostgres } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'

const url = process.env.DATABASE_URL
const database = url ? openPostgres(url) : await openEmbedded(process.env.DATA_DIR || '.data')
await migrate(database)
await database.close()
console.log('The schema is up to date.')
