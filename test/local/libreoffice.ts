import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/**
 * Has LibreOffice open a file and save it in another format, as a second program's opinion of what we write and a
 * second writer of what we read.
 *
 * @param to 'xlsx', 'csv', 'pdf' …, with LibreOffice's filter options after a colon where needed
 * @param folder where the converted file and LibreOffice's own profile go
 * @returns the converted file
 * @throws Error when LibreOffice is not installed or could not open the file
 */
export async function convertWithLibreOffice(file: string, to: string, folder: string): Promise<string> {
  const [converted] = await convertAllWithLibreOffice([file], to, folder)
  return converted as string
}

/** The same for many files, for which LibreOffice starts only once. */
export async function convertAllWithLibreOffice(
  files: readonly string[],
  to: string,
  folder: string,
): Promise<readonly string[]> {
  const profile = pathToFileURL(join(folder, 'libreoffice-profile')).href
  const options = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', to, '--outdir', folder, ...files]
  const said = await promisify(execFile)('soffice', options, { timeout: 120_000 }).catch(
    (error: Error & { code?: unknown }) => {
      if (error.code !== 'ENOENT') throw error
      throw new Error(
        'This test needs LibreOffice (soffice on the PATH). On Debian: apt-get install libreoffice-calc libreoffice-writer',
      )
    },
  )
  return files.map((file) => {
    const converted = join(folder, `${basename(file, extname(file))}.${to.split(':')[0]}`)
    if (existsSync(converted)) return converted
    throw new Error(`LibreOffice could not convert ${basename(file)}: ${said.stderr || said.stdout}`)
  })
}
