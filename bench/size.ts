/** How large the bundle is, and what of the source makes it so. */
import { bundle } from '../build/script.ts'
import { root } from '../build/write-dist.ts'
import { printTable, target } from './table.ts'

/** Bytes of Code.js without the licences of others. */
const most = 200 * 1024

export async function benchSize(): Promise<void> {
  const { text, metafile } = await bundle(root, 'src/main.ts', 'PlanKeeper')
  const [output] = Object.values(metafile.outputs)
  const parts = Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
  console.log('What each source file costs in the bundle (bytes, before the last pass of the minifier)\n')
  printTable(
    ['bytes', 'file'],
    [...parts].sort((a, b) => b[1] - a[1]).map(([path, bytes]) => [bytes, path]),
  )
  const size = Buffer.byteLength(text)
  console.log(
    `\nThe bundle: ${size.toLocaleString('en-US')} bytes, ${target(size, most)} (at most ${most.toLocaleString('en-US')}).`,
  )
}
