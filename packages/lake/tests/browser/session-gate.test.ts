import {describe, expect, test} from 'vitest'
import {createSessionGate, type Person} from '../../src/browser/session-gate.ts'

const mei = {id: 'u1', name: 'Mei'}
const tom = {id: 'u2', name: 'Tom'}

function gateFor(signedIn: () => Person | null) {
  const returns: string[] = []
  const gate = createSessionGate(
    async () => signedIn(),
    () => returns.push('returned'),
  )
  gate.identify(mei)
  return {gate, returns}
}

describe('an ended session', () => {
  test('lets all waiting requests continue when the same person is back', async () => {
    let signedIn: Person | null = null
    const {gate, returns} = gateFor(() => signedIn)
    const order: string[] = []
    const first = gate.wait().then(() => order.push('first'))
    const second = gate.wait().then(() => order.push('second'))
    expect(gate.state()).toEqual({status: 'ended', waiting: 2})
    expect(await gate.check()).toEqual({status: 'ended', waiting: 2})
    signedIn = mei
    expect(await gate.check()).toEqual({status: 'open'})
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
    expect(returns).toEqual(['returned'])
  })

  test('does not save one person’s text in another person’s name', async () => {
    let signedIn: Person | null = tom
    const {gate} = gateFor(() => signedIn)
    let released = false
    const waiting = gate.wait().then(() => {
      released = true
    })
    expect(await gate.check()).toEqual({status: 'ended', waiting: 1, stranger: tom})
    expect(released).toBe(false)
    signedIn = mei
    await gate.check()
    await waiting
    expect(released).toBe(true)
  })

  test('continues while the lake is down', async () => {
    const gate = createSessionGate(() => Promise.reject(new TypeError('Failed to fetch')))
    gate.identify(mei)
    void gate.wait()
    expect(await gate.check()).toEqual({status: 'ended', waiting: 1})
  })

  test('removes the request of a caller who aborts it', async () => {
    const {gate} = gateFor(() => null)
    const controller = new AbortController()
    const waiting = gate.wait(controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({name: 'AbortError'})
    expect(gate.state()).toEqual({status: 'ended', waiting: 0})
  })

  test('is dropped when the person signs out on purpose', async () => {
    const {gate} = gateFor(() => null)
    const waiting = gate.wait()
    gate.identify(null)
    await waiting
    expect(gate.isKnown()).toBe(false)
    expect(gate.state()).toEqual({status: 'open'})
  })

  test('notifies its subscribers', () => {
    const {gate} = gateFor(() => null)
    const seen: string[] = []
    const leave = gate.subscribe(() => seen.push(gate.state().status))
    void gate.wait()
    leave()
    gate.identify(null)
    expect(seen).toEqual(['ended'])
  })
})
