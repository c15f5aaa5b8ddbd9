// Builds studio and site once, before tests that start the product run side by side.
import {buildAll} from '../../server/build.ts'

export default async function setup(): Promise<void> {
  await buildAll((line) => console.log(line))
}
