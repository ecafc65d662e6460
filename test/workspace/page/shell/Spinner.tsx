/** A small mark that something waits for the app. */
export function Spinner() {
  return <span className="spinner" role="progressbar" aria-label="Waiting for the app" />
}
