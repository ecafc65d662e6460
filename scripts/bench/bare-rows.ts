/** Every table that the app reads for a status, whole rows, found by the release. */
const ofRelease = [
  'channels',
  'scopes',
  'scope_components',
  'scope_changes',
  'readiness_items',
  'ways_back',
  'votes',
  'ballots',
  'sealed_scopes',
  'steps',
  'exposures',
  'verification_rounds',
  'checks',
  'incidents',
  'targets',
  'reviews',
  'review_asked',
  'ratings',
  'actions',
  'followers',
].map((table) => all(table, 't.workspace = r.workspace and t.release = r.id'))

/** And those that rules and views need besides: the model, the product, who fills its roles, and the people. */
const facts = [
  all('models', 't.workspace = r.workspace and t.name = r.model and t.version = r.model_version'),
  all('products', 't.workspace = r.workspace and t.name = r.product'),
  all('role_holders', 't.workspace = r.workspace and t.product = r.product'),
  all(
    'people',
    `t.workspace = r.workspace and (t.admin or t.id in (r.manager, r.deputy, $3) or t.id in (
      select holder from role_holders h where h.workspace = r.workspace and h.product = r.product))`,
  ),
]

function all(table: string, where: string) {
  return `(select json_agg(t) from ${table} t where ${where})`
}

/** The release of a channel with everything that the app reads to answer `/release status`, in one statement. */
export const readRows = `select to_json(r) as release, json_build_array(${[...ofRelease, ...facts].join(', ')}) as rows
  from channels c join releases r on r.workspace = c.workspace and r.id = c.release
  where c.workspace = $1 and c.channel = $2`
