/** What is wrong with how the workspace was started, in words; anything else with its stack. */
export function startTrouble(error: Error & { code?: string; path?: string }): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return 'Another program listens on that port. Choose one with --port.'
    case 'ERR_SOCKET_BAD_PORT':
      return '--port takes a number up to 65535.'
    case 'ENOENT':
      return `${error.path} is not there. Name the app's manifest with --manifest.`
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return error.message
    default:
      return error.message.includes('cannot be installed') ? error.message : String(error.stack)
  }
}
