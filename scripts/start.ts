// `npm start`: the newsroom on one port. Opens the lake, builds what changed, fills a new data
// folder, and says where everything is.
import {loadEnvFile, OperatorError, readEnvironment} from './environment.ts'
import {startHosted} from './hosted.ts'
import {startNewsroom} from './newsroom.ts'

const say = (line: string): void => console.log(line)

try {
  loadEnvFile()
  const environment = readEnvironment()
  const running = environment.hosted
    ? await startHosted(environment, say)
    : await startNewsroom(environment, say)
  stopOnSignal(running)
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  console.error(error.message)
  process.exit(1)
}

/** The first Ctrl-C ends cleanly; a second one does not wait. */
function stopOnSignal(running: {close: () => Promise<void>}): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    say('\nStopping …')
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
