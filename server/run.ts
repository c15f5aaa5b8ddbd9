// The process of `npm start` and `npm run dev`.
import {stopOnSignal} from '@copydesk/lake/serve'
import {isForOperator, loadEnvFile, readEnvironment} from './environment.ts'
import type {FrontMaker} from './front.ts'
import {startHosted} from './hosted.ts'
import {startNewsroom} from './newsroom.ts'

/**
 * Starts the newsroom until a signal stops it. An error for the operator is printed, and ends the process.
 *
 * @param makeFront by default, studio and site are built
 */
export async function run(makeFront?: () => FrontMaker): Promise<void> {
  const say = (line: string): void => console.log(line)
  const stopRunning = stopOnSignal(say)
  try {
    loadEnvFile()
    const environment = readEnvironment()
    const frontMaker = makeFront?.()
    const running = environment.hosted
      ? await startHosted(environment, say, frontMaker)
      : await startNewsroom(environment, say, {...(frontMaker && {frontMaker})})
    stopRunning(running)
  } catch (error) {
    if (!isForOperator(error)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
