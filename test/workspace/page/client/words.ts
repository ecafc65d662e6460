const words: Record<string, string> = {
  network_error: 'We had some trouble connecting. Try again?',
  not_displayed: 'This is no longer there.',
  not_in_channel: 'You are not in this channel.',
  is_archived: 'This channel has been archived.',
  cant_update_message: 'You cannot edit this message.',
  cant_delete_message: 'You cannot delete this message.',
}

/** What Slack says by a control when what it did went wrong. */
export function troubleWords(error: string | undefined): string {
  const code = error ?? 'unknown_error'
  if (/\s/.test(code)) return code
  return words[code] ?? `This app did not respond as expected: ${code}`
}

/** What the page has to say when a command went wrong; nothing where Slackbot has said it already. */
export function commandTrouble(error: string | undefined): string | null {
  return words[error ?? ''] ?? null
}

/** What Slack says to a command typed in a thread. */
export function refusedInThread(command: string): string {
  return `${command} is not supported in threads. Sorry!`
}
