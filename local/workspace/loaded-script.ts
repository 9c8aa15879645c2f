/**
 * The script in a V8 context, for one execution after another.
 *
 * Apps Script runs the whole script anew for every execution, and so does this: each of its variables is new. But the context
 * is one that an earlier execution has left, and the script is one function in it. V8 keeps what it has learned of both, which
 * makes an execution twice as fast as one in a context of its own.
 *
 * What a script changes of the language's own objects (Array.prototype) stays: a script that does so must not be run here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { officialTypes } from './official-types.ts'
import { type Gate, Realm } from './realm.ts'

/** Evaluates code as if it stood at the end of the script. */
type InScope = (code: string) => unknown

/** By folder and text, those that no execution has. */
const resting = new Map<string, LoadedScript[]>()

export class LoadedScript {
  readonly realm: Realm
  readonly #waiting: LoadedScript[]
  /** The global object as it was made. */
  readonly #first: ReadonlyMap<string | symbol, unknown>
  readonly #main: () => InScope
  #inScope: InScope | undefined

  /** @throws what Node throws when the folder has no script or it cannot be read as one */
  static of(dist: string): LoadedScript {
    const files = readdirSync(dist).filter((name) => name.endsWith('.js'))
    const text = files.map((name) => readFileSync(path.join(dist, name), 'utf8')).join('\n')
    const key = `${dist}\n${text}`
    const waiting = resting.get(key) ?? []
    resting.set(key, waiting)
    return waiting.pop() ?? new LoadedScript(text, path.join(dist, files[0] ?? ''), waiting)
  }

  private constructor(text: string, filename: string, waiting: LoadedScript[]) {
    this.realm = new Realm(officialTypes())
    this.#waiting = waiting
    const { globals } = this.realm
    this.#first = new Map(Reflect.ownKeys(globals).map((name) => [name, globals[name as string]]))
    this.#main = vm.runInContext(`(function () {${text}\nreturn code => eval(code)})`, globals, { filename })
  }

  /** Runs the script as a new one. The services are on the global object. */
  load(): void {
    this.#inScope = this.#main()
  }

  /** @throws what the code throws; Error before the script was loaded */
  evaluate(code: string): unknown {
    if (this.#inScope === undefined) throw new Error('The script is not loaded.')
    return this.#inScope(code)
  }

  /** Takes away what the run left on the global object, services too, and keeps the context for the next execution. */
  release(): void {
    this.#inScope = undefined
    this.realm.serve(over, over)
    const { globals } = this.realm
    for (const name of Reflect.ownKeys(globals)) if (!this.#first.has(name)) this.realm.forget(name)
    for (const [name, value] of this.#first) globals[name as string] = value
    if (Reflect.ownKeys(globals).length === this.#first.size) this.#waiting.push(this)
  }
}

const over: Gate & (() => number) = () => {
  throw new Error('The execution is over.')
}
