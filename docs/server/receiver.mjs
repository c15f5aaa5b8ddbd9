// receiver.mjs: npm install @sanity/webhook, then WEBHOOK_SECRET=… node receiver.mjs
import {spawn} from 'node:child_process'
import {createServer} from 'node:http'
import {text} from 'node:stream/consumers'
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'

let building = false
let again = false
function build() {
  // A publication changes several documents: one build answers all that come while it runs.
  again = building
  if (building) return
  building = true
  spawn('npm', ['run', 'build'], {stdio: 'inherit'}).once('close', () => {
    building = false
    if (again) build()
  })
}

createServer(async (request, response) => {
  const body = await text(request)
  const signature = String(request.headers[SIGNATURE_HEADER_NAME] ?? '')
  const isOurs = await isValidSignature(body, signature, process.env.WEBHOOK_SECRET)
  response.writeHead(isOurs ? 204 : 401).end()
  if (isOurs) build()
}).listen(process.env.PORT ?? 8080)
