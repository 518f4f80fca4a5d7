/** The version of the program; the same as in the package's manifest (a test holds them together). */
export const version = "0.1.0"
