// `npm run build`: brings the builds of studio and site up to date.
import {buildAll} from './build.ts'
import {loadEnvFile} from './environment.ts'

loadEnvFile()
await buildAll((line) => console.log(line))
