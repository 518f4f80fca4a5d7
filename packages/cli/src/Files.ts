/** 文件: files that the user named, read and written whole; what fails says which, why, and what to do. */
import { readFile, writeFile } from "node:fs/promises"
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

/** Writes a file. */
export const writeTo = (path: string, content: string | Uint8Array): Effect.Effect<void, AppError> =>
  Effect.tryPromise({
    try: () => writeFile(path, content),
    catch: (thrown) =>
      fault("failure", "FileUnwritable", path, {
        zh: `${path} 写不进去：${String(thrown)}。请核对路径、权限和空间。`,
        en: `${path} cannot be written: ${String(thrown)}. Check the path, its permissions and the space left.`
      })
  })
