import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counter, durations, exposed, gauge } from './meters.ts'

test('figures are written as Prometheus reads them', () => {
  const pages = counter('pages_total', 'Pages\nmade \\ sent', ['kind'])
  pages.add(['a"b\\c\nd'])
  pages.add(['e'], 2)
  pages.add(['e'])
  const unused = counter('unused_total', 'Nothing yet.', ['kind'])
  assert.equal(
    exposed([pages.family(), unused.family(), gauge('ready', 'Ready?', 1)]),
    [
      '# HELP pages_total Pages\\nmade \\\\ sent',
      '# TYPE pages_total counter',
      'pages_total{kind="a\\"b\\\\c\\nd"} 1',
      'pages_total{kind="e"} 3',
      '# HELP ready Ready?',
      '# TYPE ready gauge',
      'ready 1',
      '',
    ].join('\n'),
  )
})

test('a duration stands in its own bucket and all above it; one on the border is within', () => {
  const spent = durations('spent_seconds', 'Time.', 'kind')
  for (const seconds of [0.001, 0.03, 0.03, 60]) spent.note('page', seconds)
  const text = exposed([spent.family()])
  const of = (le: string) => new RegExp(`spent_seconds_bucket\\{kind="page",le="${le}"\\} (\\d+)`).exec(text)?.[1]
  assert.deepEqual(['0.001', '0.025', '0.05', '10', '\\+Inf'].map(of), ['1', '1', '3', '3', '4'])
  assert.match(text, /spent_seconds_sum\{kind="page"\} 60\.061\nspent_seconds_count\{kind="page"\} 4\n/)
})
