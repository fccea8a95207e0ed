#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets the project's own Node, or a sentence, instead of a syntax error.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { findProgram } from './find-program.js'
import { endWithStarter, isNewEnough, runUnderOwnNode } from './own-node.js'

process.exitCode = isNewEnough() ? await run() : ((await runUnderOwnNode()) ?? refuse())

async function run() {
  endWithStarter()
  // Kept beside the packages, never in a shared folder: what is compiled from there is run.
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/gongkai', import.meta.url)))
  const { main } = await import(findProgram(new URL('..', import.meta.url)).href)
  return main(process.argv.slice(2))
}

function refuse() {
  console.error(
    `公开需要 Node 22.18 或更高版本，当前为 ${process.version}，也没有找到 npm 装好的 Node；请先运行 npm ci。\n` +
      `gongkai needs Node 22.18 or newer, this is ${process.version}, and npm has brought none; run npm ci first.`,
  )
  return 2
}
