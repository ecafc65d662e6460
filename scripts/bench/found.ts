import postgres from 'postgres'

/** What is on record of the ballots that were answered, counted after the run. */
export async function foundBallots(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [found] = await sql`select
    (select count(*)::int from ballots where note like '% changed my mind') as app,
    (select count(*)::int from timeline
      where type = 'ballotCast' and facts ->> 'note' like '% changed my mind') as timeline,
    (select count(*)::int from bare_ballots) as bare`
  await sql.end()
  return { app: Number(found?.app), timeline: Number(found?.timeline), bare: Number(found?.bare) }
}
