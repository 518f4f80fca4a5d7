/** 文件: files that the user named, read and written whole; what fails says which, why, and what to do. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { AppError, type Category, type NamedBytes } from "@juesuan/app"
import * as Effect from "effect/Effect"

const fault = (category: Category, code: string, path: string, says: AppError["says"]): AppError =>
  new AppError({ category, code, details: { path }, issues: [], says })

/** Reads a file; one that is not there is `notFound`. */
export const fileOf = (path: string): Effect.Effect<Buffer, AppError> =>
  Effect.tryPromise({
    try: () => readFile(path),
    catch: (thrown) => {
      const { code, message } = thrown as NodeJS.ErrnoException
      if (code === "ENOENT") {
        return fault("notFound", "FileNotFound", path, {
          zh: `没有文件 ${path}。请检查路径。`,
          en: `There is no file ${path}. Check the path.`
        })
      }
      return fault("failure", "FileUnreadable", path, {
        zh: `${path} 读不出来：${message}。请检查路径和权限。`,
        en: `${path} cannot be read: ${message}. Check the path and its permissions.`
      })
    }
  })

/** A file with its name as it was given. */
export const bytesOf = (name: string): Effect.Effect<NamedBytes, AppError> =>
  Effect.map(fileOf(name), (bytes) => ({ name, bytes: new Uint8Array(bytes) }))

/** Whether a path is a folder; what is not there is none. */
export const isFolder = (path: string): Effect.Effect<boolean> =>
  Effect.promise(() =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false
    )
  )

/** A report that an audit of a folder wrote. */
const reportName = /\.audit\.(?:txt|json|csv|xlsx|html|pdf)$/u

/** Every file of a folder and of the folders in it, by name; hidden ones, reports and what is under `without` are left out. */
export const filesIn = (folder: string, without?: string): Effect.Effect<ReadonlyArray<string>, AppError> =>
  Effect.tryPromise({
    try: async () => {
      const found: Array<string> = []
      const entries = await readdir(folder, { withFileTypes: true })
      for (const entry of entries.toSorted((left, right) => left.name.localeCompare(right.name, "zh"))) {
        const path = join(folder, entry.name)
        if (entry.name.startsWith(".") || (without !== undefined && resolve(path) === resolve(without))) continue
        if (entry.isDirectory()) found.push(...(await Effect.runPromise(filesIn(path, without))))
        else if (entry.isFile() && !reportName.test(entry.name)) found.push(path)
      }
      return found
    },
    catch: (thrown) =>
      thrown instanceof AppError
        ? thrown
        : fault("failure", "FolderUnreadable", folder, {
            zh: `文件夹 ${folder} 读不出来：${String(thrown)}。请检查路径和权限。`,
            en: `The folder ${folder} cannot be read: ${String(thrown)}. Check the path and its permissions.`
          })
  })

/** Writes a file, and the folders it stands in. */
export const writeTo = (path: string, content: string | Uint8Array): Effect.Effect<void, AppError> =>
  Effect.tryPromise({
    try: async () => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
    },
    catch: (thrown) =>
      fault("failure", "FileUnwritable", path, {
        zh: `${path} 写不进去：${String(thrown)}。请核对路径、权限和空间。`,
        en: `${path} cannot be written: ${String(thrown)}. Check the path, its permissions and the space left.`
      })
  })
