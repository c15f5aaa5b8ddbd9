// `npm run build`: brings the builds of studio and site up to date.
import {buildAll} from '../server/build.ts'
import {loadEnvFile} from '../server/environment.ts'

loadEnvFile()
await buildAll((line) => console.log(line))
