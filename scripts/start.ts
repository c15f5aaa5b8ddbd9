// `npm start`: the newsroom on one port. Opens the lake, builds what changed, fills a new data
// folder, and says where everything is.
import {isForOperator, loadEnvFile, readEnvironment} from '../server/environment.ts'
import {startHosted} from '../server/hosted.ts'
import {startNewsroom} from '../server/newsroom.ts'
import {stopOnSignal} from '@copydesk/lake/serve'

const say = (line: string): void => console.log(line)

const stopRunning = stopOnSignal(say)

try {
  loadEnvFile()
  const environment = readEnvironment()
  const running = environment.hosted
    ? await startHosted(environment, say)
    : await startNewsroom(environment, say)
  stopRunning(running)
} catch (error) {
  if (!isForOperator(error)) throw error
  console.error(error.message)
  process.exit(1)
}
