/** 经办: who records: as named, else as the environment says, else the login name. */
import { userInfo } from "node:os"

export const actorOf = (named: string | undefined): string =>
  named ?? process.env["JUESUAN_ACTOR"] ?? userInfo().username
