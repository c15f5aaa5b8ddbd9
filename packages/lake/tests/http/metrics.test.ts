// The text of metrics, as Prometheus reads it.
import {describe, expect, it, test} from 'vitest'
import {createMetrics} from '../../src/http/metrics.ts'

describe('the metrics text', () => {
  it('is a histogram whose last bucket contains all', () => {
    const metrics = createMetrics('lake')
    for (const ms of [1, 20, 20, 60_000]) {
      metrics.request({route: '/a', method: 'GET', status: 200, ms})
    }
    const text = metrics.text([])
    const name = 'lake_http_request_duration_seconds'
    expect(text).toContain(`${name}_bucket{route="/a",le="0.005"} 1\n`)
    expect(text).toContain(`${name}_bucket{route="/a",le="0.025"} 3\n`)
    expect(text).toContain(`${name}_bucket{route="/a",le="10"} 3\n`)
    expect(text).toContain(`${name}_bucket{route="/a",le="+Inf"} 4\n`)
    expect(text).toContain(`${name}_count{route="/a"} 4\n`)
    expect(Number(/_sum\{route="\/a"\} (.*)/.exec(text)?.[1])).toBeCloseTo(60.041)
  })

  test('counts invented methods as one', () => {
    const metrics = createMetrics('lake')
    for (const method of ['BREW', 'STEEP']) {
      metrics.request({route: '/a', method, status: 405, ms: 1})
    }
    expect(metrics.text([])).toContain('{route="/a",method="other",status="405"} 2\n')
  })

  test('escapes labels', () => {
    const values = [{labels: {a: 'b"c\\d\n'}, value: 1}]
    const text = createMetrics('lake').text([{name: 'x', help: 'X.', type: 'gauge', values}])
    expect(text).toContain('x{a="b\\"c\\\\d\\n"} 1\n')
  })
})
