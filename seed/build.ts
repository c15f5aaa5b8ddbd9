/** Writes `newsroom.ndjson` from the sources in this folder: `npx node seed/build.ts`. */
import {writeFile} from 'node:fs/promises'
import {newsroomNdjson} from './newsroom.ts'

const file = new URL('newsroom.ndjson', import.meta.url)
await writeFile(file, newsroomNdjson())
console.log(`${file.pathname} written`)
