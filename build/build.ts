/**
 * `npm run build [-- FOLDER]`: makes dist/, ready for `clasp push`, and prints how large each file is.
 */
import { gzipSync } from 'node:zlib'
import { writeDist } from './write-dist.ts'

const built = await writeDist(process.argv[2] ?? 'dist')
for (const [name, text] of built) {
  const raw = Buffer.byteLength(text)
  console.log(`${name.padEnd(16)}${kilobytes(raw)}  ${kilobytes(gzipSync(text).length)} gzip`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KB`
}
