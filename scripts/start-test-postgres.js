// Starts a server for the storage tests and prints its address; Ctrl-C stops it.
//   GONGKAI_TEST_DATABASE_URL=<address> node --test 'src/storage/**/*.test.ts'
import { startTestPostgres } from './test-postgres.js'

try {
  const { url, version, stop } = await startTestPostgres()
  console.error(`PostgreSQL ${version} for tests, until Ctrl-C:`)
  console.log(url)
  const alive = setInterval(() => {}, 1 << 30)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await stop()
      clearInterval(alive)
    })
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
