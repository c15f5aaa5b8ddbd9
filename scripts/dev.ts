// `npm run dev`: the newsroom of `npm start`, whose studio and site show a change of their sources at
// once. The lake is not reloaded: restart after changing lake/, workflow/ or scripts/.
import {createDevFront} from '../server/dev/front.ts'
import {isForOperator, loadEnvFile, readEnvironment} from '../server/environment.ts'
import {startHosted} from '../server/hosted.ts'
import {startNewsroom} from '../server/newsroom.ts'
import {stopOnSignal} from '@copydesk/lake/serve'

const say = (line: string): void => console.log(line)

const stopRunning = stopOnSignal(say)

try {
  loadEnvFile()
  const environment = readEnvironment()
  const frontMaker = createDevFront()
  const running = environment.hosted
    ? await startHosted(environment, say, frontMaker)
    : await startNewsroom(environment, say, {frontMaker})
  stopRunning(running)
} catch (error) {
  if (!isForOperator(error)) throw error
  console.error(error.message)
  process.exit(1)
}
