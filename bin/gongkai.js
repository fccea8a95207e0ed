#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `公开需要 Node 22.18 或更高版本，当前为 ${process.version}；在项目文件夹内用 npx gongkai 运行即可。\n` +
      `gongkai needs Node 22.18 or newer, this is ${process.version}; inside the project folder, npx gongkai brings its own.`,
  )
  process.exit(2)
}
const compiled = new URL('../dist/app.js', import.meta.url)
const { main } = await import(existsSync(compiled) ? compiled.href : new URL('../src/app.ts', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))
