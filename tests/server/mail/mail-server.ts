// A real SMTP listener that keeps what it is given, and fails as it is told to.
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'
import {SMTPServer} from 'smtp-server'
import {onTestFinished} from 'vitest'
import {readMessage, type Message} from './read-message.ts'

export interface Received extends Message {
  /** The envelope: who it really came from and went to. */
  from: string
  to: string[]
}

type Stage = 'greeting' | 'sender' | 'recipient' | 'data'

export interface MailServer {
  url: URL
  received: Received[]
  /** How often somebody has connected, and tried an address. */
  connections: number
  recipients: string[]
  /** Resolves with the next e-mail, or one that has come and nobody has asked for. */
  next(): Promise<Received>
  /** From now on such a stage is answered with this; undefined lets it pass. */
  answers: Partial<Record<Stage, (subject: string) => string | undefined>>
}

/** Listens on a port that the system chooses, until the test ends. */
export async function startMailServer(login?: {
  user: string
  password: string
}): Promise<MailServer> {
  const unclaimed: Received[] = []
  const awaiting: ((mail: Received) => void)[] = []
  const mailServer: Omit<MailServer, 'url'> = {
    received: [],
    connections: 0,
    recipients: [],
    answers: {},
    next: () =>
      new Promise((resolve) => {
        const mail = unclaimed.shift()
        if (mail) resolve(mail)
        else awaiting.push(resolve)
      }),
  }
  const answer = (stage: Stage, subject: string): Error | null => {
    const refusal = mailServer.answers[stage]?.(subject)
    if (refusal === undefined) return null
    const [code = '', ...words] = refusal.split(' ')
    return Object.assign(new Error(words.join(' ')), {responseCode: Number(code)})
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    authOptional: !login,
    allowInsecureAuth: true,
    onAuth({username, password}, _session, done) {
      const isRight = username === login?.user && password === login?.password
      done(isRight ? null : new Error('Wrong user or password'), {user: username})
    },
    onConnect(_session, done) {
      mailServer.connections += 1
      done(answer('greeting', ''))
    },
    onMailFrom: ({address}, _session, done) => done(answer('sender', address)),
    onRcptTo({address}, _session, done) {
      mailServer.recipients.push(address)
      done(answer('recipient', address))
    },
    async onData(stream, {envelope}, done) {
      const message = readMessage(await text(stream))
      const refusal = answer('data', message.headers['subject'] ?? '')
      if (refusal) return done(refusal)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const mail = {...message, from, to: envelope.rcptTo.map(({address}) => address)}
      mailServer.received.push(mail)
      done(null)
      const claim = awaiting.shift()
      if (claim) claim(mail)
      else unclaimed.push(mail)
    },
  })
  // A client that disconnects amid a command is not an error of the server.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  const {port} = server.server.address() as AddressInfo
  const user = login && `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`
  return Object.assign(mailServer, {url: new URL(`smtp://${user ?? ''}127.0.0.1:${port}`)})
}
