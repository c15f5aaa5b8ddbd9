import {describe, expect, test} from 'vitest'
import {HELP, readArguments} from '../../src/command/arguments.ts'

describe('the arguments of copydesk-lake', () => {
  test('are optional', () => {
    expect(readArguments([])).toEqual({
      words: [],
      settings: {
        data: './lake-data',
        port: 5333,
        host: '127.0.0.1',
        allowOrigin: [],
        projectId: 'local',
        dataset: 'production',
      },
      role: 'editor',
      help: false,
      version: false,
    })
  })

  test('can set everything, some options more than once', () => {
    const argv =
      '--data ./d --port 0 --host ::1 --allow-origin https://a.example --allow-origin=https://b.example --project-id abc-1 --dataset staging'
    expect(readArguments(argv.split(' ')).settings).toEqual({
      data: './d',
      port: 0,
      host: '::1',
      allowOrigin: ['https://a.example', 'https://b.example'],
      projectId: 'abc-1',
      dataset: 'staging',
    })
  })

  test('come before or after a command', () => {
    const expected = {words: ['invite', 'rosa@example.org'], name: 'Rosa', role: 'viewer'}
    const options = ['--name', 'Rosa', '--role', 'viewer']
    expect(readArguments(['invite', 'rosa@example.org', ...options])).toMatchObject(expected)
    expect(readArguments([...options, 'invite', 'rosa@example.org'])).toMatchObject(expected)
  })

  test('after "sanity" are for Sanity’s command line, even with the same names', () => {
    const call = readArguments([
      '--data',
      'sanity',
      'sanity',
      'dataset',
      'export',
      '--dataset',
      'x',
    ])
    expect(call.words).toEqual(['sanity', 'dataset', 'export', '--dataset', 'x'])
    expect(call.settings).toMatchObject({data: 'sanity', dataset: 'production'})
  })

  test.each([
    [['--prt', '1'], 'Unknown option \'--prt\'. "copydesk-lake --help" lists the options.'],
    [['--data'], 'argument missing. "copydesk-lake --help" lists the options.'],
    [['--help=no'], 'does not take an argument. "copydesk-lake --help" lists the options.'],
    [['--port', 'abc'], '--port is a number from 0 to 65535, not "abc".'],
    [['--port', '65536'], '--port is a number from 0 to 65535, not "65536".'],
    [['--port='], '--port is a number from 0 to 65535, not "".'],
    [
      ['--project-id', 'A b'],
      '--project-id has lower-case letters, digits and hyphens, unlike "A b".',
    ],
    [['--allow-origin', 'studio'], '"studio" is not an origin. Write only scheme, host and port'],
    [
      ['--dataset', 'a/b'],
      '--dataset has lower-case letters, digits, hyphens and underscores, unlike "a/b".',
    ],
  ])('%j is refused with a reason', (argv, sentence) => {
    const refusal = expect(() => readArguments(argv))
    refusal.toThrow(
      expect.objectContaining({
        name: expect.stringMatching(/^(OperatorError|BadRequest)$/),
        message: expect.stringContaining(sentence),
      }),
    )
    refusal.not.toThrow(/\n/)
  })

  test('are all in the help', () => {
    const named = [...HELP.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name)
    expect(named).toEqual([
      'data',
      'port',
      'host',
      'allow-origin',
      'project-id',
      'dataset',
      'name',
      'role',
      'help',
      'version',
    ])
  })
})
