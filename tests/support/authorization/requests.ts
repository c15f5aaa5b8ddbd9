// How attempts are made over HTTP: which responses mean allowed, and that a refused attempt changes
// nothing.
import {expect} from 'vitest'
import type {Voice} from '../piece.ts'
import {DATASET, type World} from './world.ts'

/** Whether somebody is let in. */
export type Tries = (who: Voice) => Promise<boolean>

const API = '/v2025-02-19/data'
const REFUSALS = [400, 401, 403, 404, 410]
/** Of writes: nothing about the request itself may be wrong. */
const WRITE_REFUSALS = [401, 403, 404]

export interface Asking {
  /** @param holds whether an answer is more than an empty hand */
  asks(path: string, init?: RequestInit, holds?: (text: string) => boolean): Tries
  sends(path: string, body: () => object, method?: string): Tries
  /** Writes: allowed means that it happened, refused that nothing did. */
  attempt(who: Voice, path: string, body: object, happened: () => boolean): Promise<boolean>
  mutate(who: Voice, dataset: string, mutation: object, happened: () => boolean): Promise<boolean>
  act(who: Voice, action: object, happened: () => boolean): Promise<boolean>
}

export function askingOf(world: World): Asking {
  const {lake} = world
  const asks: Asking['asks'] =
    (path, init = {}, holds = () => true) =>
    async (who) => {
      const headers = {...who.headers, ...(init.headers as Record<string, string> | undefined)}
      const response = await lake.fetch(path, {redirect: 'manual', ...init, headers})
      const text = await response.text()
      if (response.status < 400) return holds(text)
      expect(REFUSALS, `${path}: ${text}`).toContain(response.status)
      return false
    }
  const attempt: Asking['attempt'] = async (who, path, body, happened) => {
    const before = world.everything()
    const {headers} = who
    const response = await lake.fetch(path, {method: 'POST', headers, body: JSON.stringify(body)})
    const text = await response.text()
    if (response.status === 200) {
      expect(happened(), text).toBe(true)
      return true
    }
    expect(WRITE_REFUSALS, text).toContain(response.status)
    expect(world.everything()).toBe(before)
    return false
  }
  return {
    asks,
    sends: (path, body, method = 'POST') => {
      return (who) => asks(path, {method, body: JSON.stringify(body())})(who)
    },
    attempt,
    mutate: (who, dataset, mutation, happened) =>
      attempt(who, `${API}/mutate/${dataset}`, {mutations: [mutation]}, happened),
    act: (who, action, happened) =>
      attempt(who, `${API}/actions/${DATASET}`, {actions: [action]}, happened),
  }
}

/** Tries one after the other; each must give the same answer. */
export function alike(...ways: Tries[]): Tries {
  return async (who) => {
    const answers: boolean[] = []
    for (const way of ways) answers.push(await way(who))
    expect(new Set(answers).size, answers.join()).toBe(1)
    return answers[0]!
  }
}
